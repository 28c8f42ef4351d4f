using System.Buffers;
using System.Text;

namespace FanIn.Testing.Files;

/// <summary>The stem that a snapshot's two files share: <c>TestClassFile.Method[_id]</c>.</summary>
public static class SnapshotName
{
    /// <summary>Longest file name, in bytes, that the file systems in use accept.</summary>
    private const int MaxBytes = 255;

    // What any operating system refuses in a file name, and # that separates the parts of Verify's names.
    private static readonly SearchValues<char> Invalid = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '#', '*', '/', ':', '<', '>', '?', '\\', '|']);

    /// <summary>The stem for a test.</summary>
    /// <param name="sourceFile">The test's source file; its name without extension comes first.</param>
    /// <param name="method">The test's method.</param>
    /// <param name="id">Tells several snapshots of one method apart; null or empty for a sole one.</param>
    /// <exception cref="ArgumentException">The file names would be longer than 255 bytes.</exception>
    public static string Create(string sourceFile, string method, string? id)
    {
        var stem = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";
        var name = Sanitise(string.IsNullOrEmpty(id) ? stem : $"{stem}_{id}");
        if (Encoding.UTF8.GetByteCount(name) + ".received.txt".Length > MaxBytes)
            throw new ArgumentException($"The snapshot's name '{name}' is too long for a file; give it a shorter id.", nameof(id));
        return name;
    }

    /// <summary>The text with <c>-</c> for every character that a file name cannot hold on some system, and for <c>#</c>.</summary>
    public static string Sanitise(string text)
    {
        if (text.AsSpan().IndexOfAny(Invalid) < 0)
            return text;

        return string.Create(text.Length, text, static (name, source) =>
        {
            source.CopyTo(name);
            for (int at = name.IndexOfAny(Invalid); at >= 0; at = name.IndexOfAny(Invalid))
                name[at] = '-';
        });
    }
}
