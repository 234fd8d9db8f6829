using System.Globalization;
using System.Text;

namespace ChatIntake.Journal;

/// <summary>Keys of the store: well-formed text of at most <see cref="MaxBytes"/> UTF-8 bytes without control characters.</summary>
public static class StoreKey
{
    /// <summary>The longest key in UTF-8 bytes; LiteDB refuses index keys over 1,023.</summary>
    public const int MaxBytes = 1000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Throws when <paramref name="key"/> is no key.</summary>
    /// <exception cref="ArgumentException">Empty, too long, ill-formed, or with a control character.</exception>
    public static void Check(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        foreach (var c in key)
            if (char.IsControl(c)) throw new ArgumentException("A store key holds a control character.", nameof(key));
        int bytes;
        try { bytes = Strict.GetByteCount(key); }
        catch (EncoderFallbackException e) { throw new ArgumentException("A store key is not well-formed text.", nameof(key), e); }
        if (bytes > MaxBytes) throw new ArgumentException($"A store key has {bytes} bytes; {MaxBytes} are allowed.", nameof(key));
    }

    /// <summary>A number as text whose ordinal order is its numeric order (0 to 10^15-1).</summary>
    public static string Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 999_999_999_999_999);
        return value.ToString("D15", CultureInfo.InvariantCulture);
    }

    /// <summary>The least key that is greater than every key starting with <paramref name="prefix"/> and a <c>/</c>.</summary>
    public static string AfterAll(string prefix) => prefix + "0";
}
