using System.Security.Cryptography;

namespace ChatIntake.WeCom.Crypto;

/// <summary>
/// AES-256-CBC with WeCom's key form and padding: PKCS#7 to 32 bytes rather than the cipher's 16, which .NET's own padding refuses.
/// </summary>
internal sealed class BlockCipher
{
    private const int PadTo = 32;
    private const int KeyCharacters = 43;
    private const int KeyBytes = 32;

    private readonly byte[] key;
    private readonly byte[] iv;

    internal BlockCipher(string encodingAesKey)
    {
        // The last character of a key may carry spare bits; Convert is the decoder that lets them pass.
        key = new byte[KeyBytes];
        if (encodingAesKey is not { Length: KeyCharacters }
            || !Convert.TryFromBase64String(encodingAesKey + "=", key, out var length)
            || length != KeyBytes)
        {
            throw new ArgumentException(
                $"The EncodingAESKey must be {KeyCharacters} Base64 characters that stand for {KeyBytes} bytes.",
                nameof(encodingAesKey));
        }
        iv = key[..16];
    }

    internal byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var pad = PadTo - plain.Length % PadTo;
        var padded = new byte[plain.Length + pad];
        plain.CopyTo(padded);
        padded.AsSpan(plain.Length).Fill((byte)pad);
        using var aes = CreateAes();
        return aes.EncryptCbc(padded, iv, PaddingMode.None);
    }

    internal bool TryDecrypt(ReadOnlySpan<byte> cipherText, out ReadOnlySpan<byte> plain)
    {
        plain = default;
        if (cipherText.IsEmpty || cipherText.Length % 16 != 0)
            return false;
        using var aes = CreateAes();
        var padded = aes.DecryptCbc(cipherText, iv, PaddingMode.None);
        var pad = padded[^1];
        if (pad is 0 or > PadTo || pad > padded.Length || padded.AsSpan(padded.Length - pad).ContainsAnyExcept(pad))
            return false;
        plain = padded.AsSpan(0, padded.Length - pad);
        return true;
    }

    private Aes CreateAes()
    {
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}
