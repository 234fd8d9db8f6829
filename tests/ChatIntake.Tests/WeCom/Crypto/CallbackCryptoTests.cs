using System.Net;
using System.Text;
using ChatIntake.WeCom.Crypto;

namespace ChatIntake.Tests.WeCom.Crypto;

public sealed class CallbackCryptoTests
{
    private static readonly byte[] FixedRandom = Encoding.ASCII.GetBytes("0123456789abcdef");

    private static IEnumerable<TestCaseData> Vectors() =>
    [
        new TestCaseData(CryptoVectors.V1).SetArgDisplayNames("V1"),
        new TestCaseData(CryptoVectors.V3).SetArgDisplayNames("V3"),
        new TestCaseData(CryptoVectors.V4).SetArgDisplayNames("V4"),
        new TestCaseData(CryptoVectors.V5).SetArgDisplayNames("V5"),
        new TestCaseData(CryptoVectors.V6).SetArgDisplayNames("V6"),
        new TestCaseData(CryptoVectors.V8).SetArgDisplayNames("V8"),
    ];

    [TestCaseSource(nameof(Vectors))]
    public void Verified_vectors_open_to_their_plain_text(object vector)
    {
        var v = (CryptoVector)vector;
        Assert.That(Crypto(v).Open(v.Signature, v.Timestamp, v.Nonce, v.Encrypt), Is.EqualTo(new CryptoResult(CryptoError.None, v.Plain)));
    }

    [Test]
    public void Vector_V2_opens_to_the_message_of_the_sample_program()
    {
        var v = CryptoVectors.V2;
        var opened = Crypto(v).Open(v.Signature, v.Timestamp, v.Nonce, v.Encrypt);
        Assert.That(opened.Error, Is.EqualTo(CryptoError.None));
        Assert.That(opened.Message, Does.Contain("<Content><![CDATA[hello]]></Content>\n<MsgId>4561255354251345929</MsgId>"));
    }

    [Test]
    public void Vector_V7_opens_as_media()
    {
        var file = Robot().OpenMedia(Convert.FromBase64String("n2pK61ZnLlNoOPx7jpgAlqahe/YvqDTflraPVcmQQn0="));
        Assert.That(file, Is.EqualTo(Encoding.ASCII.GetBytes("fake-jpeg-bytes-0123456789")));
    }

    [TestCase(0)]
    [TestCase(31)]
    [TestCase(32)]
    public void Media_that_is_not_ours_is_refused(int length) =>
        Assert.That(Robot().OpenMedia(new byte[length]), Is.Null);

    [Test]
    public void Encrypting_with_the_random_of_a_vector_gives_its_cipher_text()
    {
        Assert.That(Crypto(CryptoVectors.V4).Encrypt(CryptoVectors.V4.Plain, FixedRandom), Is.EqualTo(CryptoVectors.V4.Encrypt));
        Assert.That(Crypto(CryptoVectors.V5).Encrypt(CryptoVectors.V5.Plain, FixedRandom), Is.EqualTo(CryptoVectors.V5.Encrypt));
        Assert.That(Crypto(CryptoVectors.V6).Encrypt(CryptoVectors.V6.Plain, FixedRandom), Is.EqualTo(CryptoVectors.V6.Encrypt));
    }

    [Test]
    public void Encrypting_twice_gives_two_cipher_texts()
    {
        var first = Robot().Encrypt("same");
        Assert.That(Robot().Encrypt("same"), Is.Not.EqualTo(first));
    }

    [Test]
    public void A_random_of_the_wrong_length_is_a_bug_of_the_caller() =>
        Assert.That(() => Robot().Encrypt("x", new byte[15]), Throws.ArgumentException);

    [Test]
    public void A_plus_that_became_a_space_is_repaired()
    {
        var v = CryptoVectors.V1;
        var damaged = v.Encrypt.Replace('+', ' ');
        Assert.That(Crypto(v).Sign(v.Timestamp, v.Nonce, damaged), Is.EqualTo("f4455856ea39cd4169aad045937055fde10bc819"));
        Assert.That(Crypto(v).Open(v.Signature, v.Timestamp, v.Nonce, damaged).Message, Is.EqualTo(v.Plain));
    }

    [Test]
    public void A_signature_made_over_the_damaged_echostr_does_not_open_it()
    {
        var v = CryptoVectors.V1;
        var opened = Crypto(v).Open("f4455856ea39cd4169aad045937055fde10bc819", v.Timestamp, v.Nonce, v.Encrypt.Replace('+', ' '));
        Assert.That(opened, Is.EqualTo(new CryptoResult(CryptoError.Base64DecodeFailed, "")));
    }

    [Test]
    public void An_echostr_is_opened_after_one_URL_decoding()
    {
        var v = CryptoVectors.V8;
        const string onTheWire =
            "P8XLYP3mVm467GEjgHZ6BW6c6InhMu0u0OpsocCEgbO0ku5Ew7UcNOUsKo%2FSahXl3Ux9lSQPfoQ5YFMlSStFGA%3D%3D";
        Assert.That(
            Crypto(v).Open(v.Signature, v.Timestamp, v.Nonce, WebUtility.UrlDecode(onTheWire)).Message,
            Is.EqualTo("7411882211009"));
    }

    [Test]
    public void Parts_are_sorted_by_code_unit_whatever_the_culture()
    {
        var crypto = new CallbackCrypto("_", CryptoVectors.RobotKey, "");
        Assert.That(crypto.Sign("B", "a", "1"), Is.EqualTo("92e47e82798197cda19fab057e026b20d688eeaf"), "SHA-1 of 1B_a");
    }

    [Test]
    public void Tampering_with_any_part_is_a_signature_mismatch()
    {
        var v = CryptoVectors.V3;
        var crypto = Crypto(v);
        var first = v.Signature[0] == '0' ? '1' : '0';
        CryptoResult[] tampered =
        [
            crypto.Open(first + v.Signature[1..], v.Timestamp, v.Nonce, v.Encrypt),
            crypto.Open(v.Signature[..^1], v.Timestamp, v.Nonce, v.Encrypt),
            crypto.Open("", v.Timestamp, v.Nonce, v.Encrypt),
            crypto.Open(v.Signature, "1767225601", v.Nonce, v.Encrypt),
            crypto.Open(v.Signature, v.Timestamp, "nonce0002", v.Encrypt),
            crypto.Open(v.Signature, v.Timestamp, v.Nonce, "Q" + v.Encrypt[1..]),
            crypto.Open(v.Signature, v.Timestamp, v.Nonce, v.Encrypt[..^4]),
        ];
        Assert.That(tampered, Is.All.EqualTo(new CryptoResult(CryptoError.SignatureMismatch, "")));
    }

    [TestCase("")]
    [TestCase("ww0000000000000002")]
    [TestCase("WW0000000000000001")]
    public void A_message_for_another_receiver_is_refused(string receiveId)
    {
        var v = CryptoVectors.V5;
        var opened = Crypto(v with { ReceiveId = receiveId }).Open(v.Signature, v.Timestamp, v.Nonce, v.Encrypt);
        Assert.That(opened, Is.EqualTo(new CryptoResult(CryptoError.ReceiveIdMismatch, "")));
    }

    [TestCase("")]
    [TestCase("too short")]
    [TestCase("AwoRGB8mLTQ7QklQV15lbHN6gYiPlp2kq7K5wMfO1dw=")]
    [TestCase("AwoRGB8mLTQ7QklQV15lbHN6gYiPlp2kq7K5wMfO1d!")]
    [TestCase("AwoRGB8mLTQ7QklQV15lbHN6gYiPlp2kq7K5 MfO1dw")]
    public void A_bad_key_is_refused_at_once_and_not_repeated_in_the_error(string key) =>
        Assert.That(
            () => new CallbackCrypto("t", key, ""),
            Throws.ArgumentException.With.Message.Contains("43").And.Message.Not.Contains("AwoRGB8"));

    private static CallbackCrypto Crypto(CryptoVector v) => new(v.Token, v.Key, v.ReceiveId);

    private static CallbackCrypto Robot() => new(CryptoVectors.RobotToken, CryptoVectors.RobotKey, "");
}
