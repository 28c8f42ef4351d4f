using System.IO.Enumeration;

namespace FanIn.Testing.Files;

/// <summary>Looks for files that people keep below a folder: not in bin, obj and folders with a leading dot, not behind links.</summary>
internal static class SnapshotFolder
{
    /// <summary>Paths of the files whose name the predicate accepts, in ordinal order.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<string> Find(string directory, Func<string, bool> accepts)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        var files = new FileSystemEnumerable<string>(
            Path.GetFullPath(directory),
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && accepts(entry.FileName.ToString()),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsSkipped(entry.FileName),
        };
        return [.. files.Order(StringComparer.Ordinal)];
    }

    private static bool IsSkipped(ReadOnlySpan<char> folder) =>
        folder.StartsWith('.')
        || folder.Equals("bin", StringComparison.OrdinalIgnoreCase)
        || folder.Equals("obj", StringComparison.OrdinalIgnoreCase);
}
