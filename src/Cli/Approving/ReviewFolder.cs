using FanIn.Cli.Hosting;

namespace FanIn.Cli.Approving;

/// <summary>Where snapshots are looked for. Tests lie beside the project with the experiments rather than below it.</summary>
internal static class ReviewFolder
{
    /// <summary>
    /// The nearest folder at or above the project (or the current directory, without one) that holds a repository or a solution;
    /// if there is none, the project's folder itself.
    /// </summary>
    public static string Default(CommandContext context)
    {
        string start = context.Project?.Directory ?? context.CurrentDirectory;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (IsRoot(folder.FullName))
                return folder.FullName;
        }

        return start;
    }

    /// <summary>Whether a folder holds a repository or a solution.</summary>
    public static bool IsRoot(string folder) =>
        Path.Exists(Path.Combine(folder, ".git"))
        || Directory.EnumerateFiles(folder, "*.sln").Any()
        || Directory.EnumerateFiles(folder, "*.slnx").Any();
}
