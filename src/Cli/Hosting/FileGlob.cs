using System.Text.RegularExpressions;

namespace FanIn.Cli.Hosting;

/// <summary>MSBuild's file globs: <c>**/</c> any folders, <c>*</c> within a name, <c>?</c> one character.</summary>
internal static class FileGlob
{
    private static readonly EnumerationOptions OneFolder = new() { AttributesToSkip = FileAttributes.System };

    /// <summary>
    /// The files below a folder that match any of the patterns, relative with <c>/</c>, in ordinal order. Build output (bin, obj)
    /// and folders that start with a dot are not looked into, as MSBuild's default excludes have it.
    /// </summary>
    public static IReadOnlyList<string> Find(string root, IReadOnlyList<string> patterns)
    {
        var expressions = patterns.Select(ToRegex).ToArray();
        return Walk(root, "")
            .Where(path => expressions.Any(e => e.IsMatch(path)))
            .Order(StringComparer.Ordinal)
            .ToArray();
    }

    private static IEnumerable<string> Walk(string root, string relative)
    {
        var folder = new DirectoryInfo(Path.Combine(root, relative));
        foreach (var entry in folder.EnumerateFileSystemInfos("*", OneFolder))
        {
            if (entry is FileInfo)
                yield return relative + entry.Name;
            else if (!entry.Name.StartsWith('.') && !(relative.Length == 0 && entry.Name is "bin" or "obj") && entry.LinkTarget is null)
                foreach (string path in Walk(root, relative + entry.Name + "/"))
                    yield return path;
        }
    }

    private static Regex ToRegex(string pattern)
    {
        string expression = Regex.Escape(pattern.Replace('\\', '/'))
            .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($"^{expression}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }
}
