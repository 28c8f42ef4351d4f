namespace FanIn.Runtime.Results;

/// <summary>Files that are written whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>
    /// Writes to a temporary file in the same folder, then moves it over the target, so that no reader and no crash ever sees half of it.
    /// Folders on the way are made.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content. When it throws, the target stays as it was.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var target = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target) ?? throw new IOException($"{path} is not a file's name.");
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
                write(stream);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
