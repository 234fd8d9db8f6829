using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatIntake.WeCom.Crypto;

/// <summary>
/// Signs, opens and encrypts callback messages as WeCom does (加解密方案说明, document 90968): SHA-1 over the sorted parts,
/// AES-256-CBC with a fixed IV, padded to 32 bytes. Safe for use by several threads at once.
/// </summary>
public sealed class CallbackCrypto
{
    private const int RandomBytes = 16;
    private const int HeaderBytes = RandomBytes + sizeof(int);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string token;
    private readonly BlockCipher cipher;
    private readonly byte[] receiveId;

    /// <param name="token">The Token chosen in the console.</param>
    /// <param name="encodingAesKey">The EncodingAESKey of the console: 43 characters.</param>
    /// <param name="receiveId">The corpid for a self-built app; empty for group robots and in-house AI bots.</param>
    /// <exception cref="ArgumentException">The key is not 43 Base64 characters standing for 32 bytes.</exception>
    public CallbackCrypto(string token, string encodingAesKey, string receiveId)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(receiveId);
        this.token = token;
        this.receiveId = Encoding.UTF8.GetBytes(receiveId);
        cipher = new BlockCipher(encodingAesKey);
    }

    /// <summary>
    /// The <c>msg_signature</c> of a message, in lower-case hexadecimal, over the Base64 text as received (an echostr: URL-decoded).
    /// </summary>
    public string Sign(string timestamp, string nonce, string encrypt)
    {
        string[] parts = [token, timestamp, nonce, encrypt];
        Array.Sort(parts, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
    }

    /// <summary>
    /// Checks the signature, decrypts, and checks for whom the message is, in this order. Never throws.
    /// Spaces in <paramref name="encrypt"/> are read as the plus signs they were before a second URL-decoding.
    /// </summary>
    public CryptoResult Open(string msgSignature, string timestamp, string nonce, string encrypt)
    {
        if (!IsSigned(msgSignature, timestamp, nonce, encrypt))
        {
            encrypt = (encrypt ?? "").Replace(' ', '+');
            if (!IsSigned(msgSignature, timestamp, nonce, encrypt))
                return CryptoResult.Failed(CryptoError.SignatureMismatch);
        }

        var bytes = new byte[encrypt.Length];
        // Convert skips white space; a signed text never holds any, so there it is damage.
        if (encrypt.AsSpan().ContainsAny(" \t\r\n") || !Convert.TryFromBase64String(encrypt, bytes, out var length))
            return CryptoResult.Failed(CryptoError.Base64DecodeFailed);
        return cipher.TryDecrypt(bytes.AsSpan(0, length), out var plain)
            ? Unpack(plain)
            : CryptoResult.Failed(CryptoError.DecryptFailed);
    }

    /// <summary>
    /// Encrypts a message for the receiver into Base64; sign the result with <see cref="Sign"/>. The 16 bytes of
    /// <paramref name="random"/> lead the plain text: fixed in tests only, fresh ones when null.
    /// </summary>
    public string Encrypt(string message, byte[]? random = null)
    {
        random ??= RandomNumberGenerator.GetBytes(RandomBytes);
        if (random.Length != RandomBytes)
            throw new ArgumentException($"The leading random must have {RandomBytes} bytes.", nameof(random));

        var text = Encoding.UTF8.GetBytes(message);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        return Convert.ToBase64String(cipher.Encrypt([.. random, .. length, .. text, .. receiveId]));
    }

    /// <summary>Decrypts a downloaded media file, which has padding but neither header nor receiver.</summary>
    /// <returns>The file, or null when it was not encrypted with this key.</returns>
    public byte[]? OpenMedia(byte[] cipherText) =>
        cipher.TryDecrypt(cipherText, out var plain) ? plain.ToArray() : null;

    private bool IsSigned(string msgSignature, string timestamp, string nonce, string encrypt) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(msgSignature ?? ""),
            Encoding.UTF8.GetBytes(Sign(timestamp, nonce, encrypt)));

    private CryptoResult Unpack(ReadOnlySpan<byte> plain)
    {
        if (plain.Length < HeaderBytes)
            return CryptoResult.Failed(CryptoError.DecryptedBufferMalformed);
        var body = plain[HeaderBytes..];
        var length = BinaryPrimitives.ReadInt32BigEndian(plain[RandomBytes..]);
        if (length < 0 || length > body.Length)
            return CryptoResult.Failed(CryptoError.DecryptedBufferMalformed);
        if (!body[length..].SequenceEqual(receiveId))
            return CryptoResult.Failed(CryptoError.ReceiveIdMismatch);
        try
        {
            return new CryptoResult(CryptoError.None, StrictUtf8.GetString(body[..length]));
        }
        catch (DecoderFallbackException)
        {
            return CryptoResult.Failed(CryptoError.DecryptedBufferMalformed);
        }
    }
}
