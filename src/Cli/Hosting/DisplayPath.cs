namespace FanIn.Cli.Hosting;

/// <summary>Paths as messages show them.</summary>
internal static class DisplayPath
{
    /// <summary>Relative to a folder when the path is below it, otherwise as it stands; always with <c>/</c>.</summary>
    public static string From(string folder, string path)
    {
        string full = Path.GetFullPath(path, folder);
        string relative = Path.GetRelativePath(folder, full);
        bool isBelow = !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";
        return (isBelow ? relative : full).Replace('\\', '/');
    }
}
