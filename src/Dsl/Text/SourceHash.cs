using System.Security.Cryptography;
using System.Text;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Text;

/// <summary>
/// The fingerprint by which a run notices that a YAML file does not say what was compiled. It is taken of what the file says: comments,
/// blank lines and layout are no part of it, so that an edit of those neither emits code again nor makes a build stale.
/// </summary>
public static class SourceHash
{
    /// <summary>
    /// SHA-256 as 64 lower-case hex digits: of the text's tree of values, or of the text itself where it is no YAML. Never throws.
    /// </summary>
    public static string Of(string text)
    {
        string clean = text.TrimStart('\uFEFF');
        if (Encoding.UTF8.GetByteCount(clean) > Limits.FileBytes)
            return Digest("text " + clean);
        var bag = new DiagnosticBag("");
        var (root, isWhole) = YamlReader.Read(CharacterScan.Clean(new SourceText(clean), bag), bag, default);
        return root is not null && isWhole ? Of(root) : Digest("text " + clean);
    }

    /// <summary>The fingerprint of a tree.</summary>
    internal static string Of(YamlNode root)
    {
        var canonical = new StringBuilder("tree ");
        Append(root, canonical);
        return Digest(canonical.ToString());
    }

    // Lengths stand before texts, so that no text can look like structure. The reader bounds the depth.
    private static void Append(YamlNode node, StringBuilder canonical)
    {
        switch (node)
        {
            case YamlScalar scalar:
                canonical.Append(scalar.IsPlain ? 'p' : 'q').Append(scalar.Value.Length).Append(':').Append(scalar.Value);
                break;
            case YamlSequence sequence:
                canonical.Append('[');
                foreach (var item in sequence.Items)
                    Append(item, canonical);
                canonical.Append(']');
                break;
            case YamlMapping mapping:
                canonical.Append('{');
                foreach (var entry in mapping.Entries)
                {
                    Append(entry.Key, canonical);
                    Append(entry.Value, canonical);
                }

                canonical.Append('}');
                break;
            default:
                canonical.Append('!');
                break;
        }
    }

    private static string Digest(string text)
    {
        using var sha = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (byte b in sha.ComputeHash(Encoding.UTF8.GetBytes(text)))
            hex.Append("0123456789abcdef"[b >> 4]).Append("0123456789abcdef"[b & 15]);
        return hex.ToString();
    }
}
