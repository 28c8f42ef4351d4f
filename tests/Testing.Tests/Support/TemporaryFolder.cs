namespace FanIn.Testing.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("fanin-").FullName;

    public string Write(string name, string text)
    {
        var path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string Relative(string path) => System.IO.Path.GetRelativePath(Path, path).Replace('\\', '/');

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
