namespace FanIn.Cli.Hosting;

/// <summary>How the user calls this program, for messages that name a command.</summary>
/// <param name="Prefix">What comes before the command's name: <c>dotnet run --project experiments --</c>.</param>
internal sealed record Invocation(string Prefix)
{
    /// <summary>A command line that can be typed as it stands.</summary>
    public string Command(string arguments) => $"{Prefix} {arguments}";

    /// <summary>
    /// A program in its project's <c>bin</c> folder was started by <c>dotnet run</c> or might as well have been; one that was
    /// started by <c>dotnet Program.dll</c> or installed elsewhere is called by its path or, where that is on PATH, its name.
    /// </summary>
    public static Invocation Detect(string? processPath, string? assemblyPath, ProjectFolder? project, string currentDirectory)
    {
        string program = processPath ?? assemblyPath ?? "fanin";
        bool isDotnet = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string image = isDotnet && assemblyPath is not null ? assemblyPath : program;

        if (project is not null && IsBelow(image, Path.Combine(project.Directory, "bin")))
        {
            string folder = Path.GetRelativePath(currentDirectory, project.Directory);
            return new Invocation(folder == "." ? "dotnet run --" : $"dotnet run --project {Quote(folder)} --");
        }

        string shown = Quote(DisplayPath.From(currentDirectory, image));
        if (isDotnet)
            return new Invocation($"dotnet {shown}");
        return new Invocation(IsBelow(image, currentDirectory) ? Path.Combine(".", shown) : Path.GetFileNameWithoutExtension(image));
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Quote(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
