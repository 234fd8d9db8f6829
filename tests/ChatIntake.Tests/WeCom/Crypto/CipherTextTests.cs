using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatIntake.WeCom.Crypto;
using CsCheck;

namespace ChatIntake.Tests.WeCom.Crypto;

/// <summary>What may stand behind a good signature, made here byte by byte.</summary>
public sealed class CipherTextTests
{
    private static readonly CallbackCrypto Crypto = new(CryptoVectors.RobotToken, CryptoVectors.RobotKey, "");

    private static readonly Gen<string> UnicodeText =
        Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Select(value => new Rune(value).ToString()).Array[0, 80].Select(string.Concat);

    [Test]
    public void Every_padding_from_1_to_32_is_stripped([Range(1, 32)] int pad)
    {
        var text = new string('x', 64 - 20 - pad);
        Assert.That(OpenSigned(Crypto.Encrypt(text)), Is.EqualTo(new CryptoResult(CryptoError.None, text)));
        Assert.That(Padded(Packed(text), pad), Has.Length.EqualTo(64), "the pad was the one under test");
        Assert.That(OpenPlain(Padded(Packed(text), pad)).Message, Is.EqualTo(text));
    }

    [Test]
    public void Every_byte_of_the_padding_is_checked()
    {
        var plain = Padded(Packed("xxxxxxxxxxxx"), 32);
        plain[^32] = 31;
        Assert.That(OpenPlain(plain).Error, Is.EqualTo(CryptoError.DecryptFailed));
    }

    [TestCase(0)]
    [TestCase(33)]
    [TestCase(255)]
    public void A_padding_outside_1_to_32_is_refused(int pad)
    {
        var plain = new byte[64];
        plain.AsSpan().Fill((byte)pad);
        Assert.That(OpenPlain(plain).Error, Is.EqualTo(CryptoError.DecryptFailed));
    }

    [Test]
    public void A_padding_longer_than_the_buffer_is_refused()
    {
        var plain = new byte[16];
        plain.AsSpan().Fill(17);
        Assert.That(OpenPlain(plain).Error, Is.EqualTo(CryptoError.DecryptFailed));
    }

    [TestCase(-1)]
    [TestCase(6)]
    [TestCase(int.MaxValue)]
    [TestCase(int.MinValue)]
    public void A_length_that_does_not_fit_the_buffer_is_malformed(int length)
    {
        var packed = Packed("hello");
        BinaryPrimitives.WriteInt32BigEndian(packed.AsSpan(16), length);
        Assert.That(OpenPlain(Padded(packed, 7)).Error, Is.EqualTo(CryptoError.DecryptedBufferMalformed));
    }

    [Test]
    public void A_buffer_without_room_for_the_header_is_malformed() =>
        Assert.That(OpenPlain(Padded(new byte[19], 13)).Error, Is.EqualTo(CryptoError.DecryptedBufferMalformed));

    [Test]
    public void A_message_that_is_not_UTF8_is_malformed()
    {
        var packed = Packed("hello");
        packed[^1] = 0xFF;
        Assert.That(OpenPlain(Padded(packed, 7)).Error, Is.EqualTo(CryptoError.DecryptedBufferMalformed));
    }

    [Test]
    public void A_truncated_cipher_text_is_refused_even_when_signed()
    {
        var cipher = Convert.FromBase64String(CryptoVectors.V3.Encrypt);
        Assert.That(OpenSigned(Convert.ToBase64String(cipher[..^1])).Error, Is.EqualTo(CryptoError.DecryptFailed));
        Assert.That(OpenSigned(Convert.ToBase64String(cipher[..^32])).Error, Is.EqualTo(CryptoError.DecryptFailed));
        Assert.That(OpenSigned("").Error, Is.EqualTo(CryptoError.DecryptFailed));
    }

    [TestCase("P8XL!")]
    [TestCase("P8XLY")]
    [TestCase("汉字")]
    public void Text_that_is_not_Base64_is_refused_even_when_signed(string encrypt) =>
        Assert.That(OpenSigned(encrypt).Error, Is.EqualTo(CryptoError.Base64DecodeFailed));

    [Test]
    public void What_is_encrypted_opens_to_the_same_text() =>
        UnicodeText.Sample(text => OpenSigned(Crypto.Encrypt(text)) == new CryptoResult(CryptoError.None, text));

    [Test]
    public void A_message_for_a_receiver_opens_only_there() =>
        Gen.Select(UnicodeText, UnicodeText).Sample((text, receiver) =>
        {
            var theirs = new CallbackCrypto(CryptoVectors.RobotToken, CryptoVectors.RobotKey, "r" + receiver);
            var encrypt = theirs.Encrypt(text);
            return theirs.Open(theirs.Sign("1", "n", encrypt), "1", "n", encrypt).Message == text
                && OpenSigned(encrypt).Error == CryptoError.ReceiveIdMismatch;
        });

    [Test]
    public void Garbage_is_refused_without_an_exception() =>
        Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String)
            .Sample((signature, timestamp, nonce, encrypt) => !Crypto.Open(signature, timestamp, nonce, encrypt).Ok);

    [Test]
    public void Signed_garbage_is_refused_without_an_exception() =>
        Gen.Byte.Array[0, 200].Sample(bytes => OpenSigned(Convert.ToBase64String(bytes)).Message.Length == 0);

    [Test]
    public void Absent_values_are_refused_without_an_exception() =>
        Assert.That(Crypto.Open(null!, null!, null!, null!).Error, Is.EqualTo(CryptoError.SignatureMismatch));

    private static CryptoResult OpenSigned(string encrypt) =>
        Crypto.Open(Crypto.Sign("1767225600", "nonce", encrypt), "1767225600", "nonce", encrypt);

    private static CryptoResult OpenPlain(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(CryptoVectors.RobotKey + "=");
        return OpenSigned(Convert.ToBase64String(aes.EncryptCbc(plain, aes.Key.AsSpan(0, 16), PaddingMode.None)));
    }

    private static byte[] Packed(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var packed = new byte[20 + bytes.Length];
        BinaryPrimitives.WriteInt32BigEndian(packed.AsSpan(16), bytes.Length);
        bytes.CopyTo(packed, 20);
        return packed;
    }

    private static byte[] Padded(byte[] bytes, int pad) => [.. bytes, .. Enumerable.Repeat((byte)pad, pad)];
}
