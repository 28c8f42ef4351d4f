using System.Text;

namespace FanIn.Testing.Files;

/// <summary>Text of snapshots: UTF-8 with byte order mark and LF line ends, as Verify writes it; read generously.</summary>
internal static class SnapshotEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>The text with LF for CRLF and CR.</summary>
    public static string Normalise(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>The bytes of a snapshot's file.</summary>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair, which no file can hold.</exception>
    public static byte[] Encode(string text)
    {
        try
        {
            return [.. Utf8.Preamble, .. Utf8.GetBytes(text)];
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException(
                $"The snapshot's text is not Unicode: half of a surrogate pair at {exception.Index}.", nameof(text), exception);
        }
    }

    /// <summary>
    /// The text of a file, without byte order mark and with LF line ends.
    /// Null for no file and for one of no bytes, which diff tools create.
    /// </summary>
    public static string? Read(string path)
    {
        if (!File.Exists(path))
            return null;

        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        if (bytes.IsEmpty)
            return null;

        var content = bytes.StartsWith(Utf8.Preamble) ? bytes[Utf8.Preamble.Length..] : bytes;
        return Normalise(Encoding.UTF8.GetString(content));
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public static void Write(string path, string text)
    {
        // The name still ends in a way that git ignores and that `approve` does not take for a snapshot.
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllBytes(temporary, Encode(text));
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
