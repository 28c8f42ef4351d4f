using System.Security.Cryptography;
using System.Text;

namespace FanIn.Dsl.Text;

/// <summary>The fingerprint by which a run notices that a YAML file is not the one that was compiled.</summary>
public static class SourceHash
{
    /// <summary>SHA-256 of the text's UTF-8 bytes, without byte order mark and with LF line ends, as 64 lower-case hex digits.</summary>
    public static string Of(string text)
    {
        string normal = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
        using var sha = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (byte b in sha.ComputeHash(Encoding.UTF8.GetBytes(normal)))
            hex.Append("0123456789abcdef"[b >> 4]).Append("0123456789abcdef"[b & 15]);
        return hex.ToString();
    }
}
