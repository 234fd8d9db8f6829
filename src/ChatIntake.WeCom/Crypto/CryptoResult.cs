namespace ChatIntake.WeCom.Crypto;

/// <summary>Why a callback could not be opened. The values are the codes of Tencent's sample libraries.</summary>
public enum CryptoError
{
    None = 0,
    SignatureMismatch = -40001,
    ReceiveIdMismatch = -40005,
    DecryptFailed = -40007,
    DecryptedBufferMalformed = -40008,
    Base64DecodeFailed = -40010,
}

/// <summary>What <see cref="CallbackCrypto.Open"/> found: the plain text, or the reason why there is none.</summary>
/// <param name="Error"><see cref="CryptoError.None"/> when the message may be trusted.</param>
/// <param name="Message">The decrypted text; empty on any error.</param>
public readonly record struct CryptoResult(CryptoError Error, string Message)
{
    public bool Ok => Error == CryptoError.None;

    internal static CryptoResult Failed(CryptoError error) => new(error, "");
}
