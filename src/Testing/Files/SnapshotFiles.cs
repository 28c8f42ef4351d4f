namespace FanIn.Testing.Files;

/// <summary>The received and the verified file of one snapshot.</summary>
/// <param name="Directory">The folder of both, absolute.</param>
/// <param name="Name">What their names share: <c>HistogramTests.Chapter_tanh-xavier</c>.</param>
/// <param name="Extension">Without dot: <c>txt</c>.</param>
public sealed record SnapshotFiles(string Directory, string Name, string Extension = "txt")
{
    internal const string ReceivedMark = ".received.";
    internal const string VerifiedMark = ".verified.";

    /// <summary>Name of the file that holds what a failing test got.</summary>
    public string ReceivedName => Name + ReceivedMark + Extension;

    /// <summary>Name of the file that was approved.</summary>
    public string VerifiedName => Name + VerifiedMark + Extension;

    /// <summary>The file that holds what a failing test got.</summary>
    public string ReceivedPath => Path.Combine(Directory, ReceivedName);

    /// <summary>The file that was approved.</summary>
    public string VerifiedPath => Path.Combine(Directory, VerifiedName);

    /// <summary>The files beside a test.</summary>
    /// <param name="sourceFile">The test's source file as the compiler wrote it; <c>/_/</c> of a deterministic build is followed.</param>
    /// <param name="method">The test's method.</param>
    /// <param name="id">Tells several snapshots of one method apart; null or empty for a sole one.</param>
    /// <param name="extension">Of the files, without dot: letters and digits.</param>
    /// <exception cref="ArgumentException">The extension holds something else, or the name is too long.</exception>
    /// <exception cref="DirectoryNotFoundException">The source's folder cannot be found; the message says what to do.</exception>
    public static SnapshotFiles ForTest(string sourceFile, string method, string? id, string extension = "txt")
    {
        if (extension.Length == 0 || !extension.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException($"The extension '{extension}' must be letters and digits, without dot: txt.", nameof(extension));

        var source = SourcePath.Resolve(sourceFile);
        return new SnapshotFiles(Path.GetDirectoryName(source)!, SnapshotName.Create(source, method, id), extension);
    }

    /// <summary>The files that a received file belongs to; null when the path is not one's.</summary>
    public static SnapshotFiles? FromReceived(string path) => FromPath(path, ReceivedMark);

    /// <summary>The files that a verified file belongs to; null when the path is not one's.</summary>
    public static SnapshotFiles? FromVerified(string path) => FromPath(path, VerifiedMark);

    /// <summary>Makes the received file the verified one, in one step of the file system.</summary>
    /// <exception cref="FileNotFoundException">There is no received file.</exception>
    public void Accept() => File.Move(ReceivedPath, VerifiedPath, overwrite: true);

    /// <summary>Deletes the received file, if there is one.</summary>
    public void Reject() => File.Delete(ReceivedPath);

    private static SnapshotFiles? FromPath(string path, string mark)
    {
        var file = Path.GetFileName(path);
        int at = file.LastIndexOf(mark, StringComparison.Ordinal);
        if (at <= 0)
            return null;

        var extension = file[(at + mark.Length)..];
        return extension.Length > 0 && !extension.Contains('.')
            ? new SnapshotFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, file[..at], extension)
            : null;
    }
}
