using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Dsl.Text;
using FanIn.Runtime.Experiments;

namespace FanIn.Cli.Running;

/// <summary>Compares the YAML files with what the program was built from: a program can't see an edit by itself.</summary>
internal static class StaleSources
{
    /// <summary>Says so on stderr, a line for each file; nothing where the program runs far from its sources.</summary>
    public static void Warn(CommandContext context)
    {
        if (context.Project is not { } project)
            return;
        foreach (string line in Describe(project, context.Experiments, context.CurrentDirectory))
            context.Terminal.Narration.WriteLine(line, Look.Striking);
    }

    /// <summary>A line for each file that was changed, removed or added since the build.</summary>
    private static IReadOnlyList<string> Describe(ProjectFolder project, IReadOnlyList<ExperimentEntry> entries, string currentDirectory)
    {
        var built = entries
            .Select(entry => entry.Definition)
            .DistinctBy(definition => definition.SourcePath)
            .ToDictionary(definition => definition.SourcePath, definition => definition.SourceHash);
        string Show(string path) => DisplayPath.From(currentDirectory, project.FullPath(path));

        List<string> lines = [];
        foreach (var (path, hash) in built)
        {
            string file = project.FullPath(path);
            if (!File.Exists(file))
                lines.Add($"{Show(path)} is gone since the build; what follows still has it. Build again.");
            else if (SourceHash.Of(File.ReadAllText(file)) != hash)
                lines.Add($"{Show(path)} changed since the build; what follows is the old version. Build again.");
        }

        foreach (string path in project.YamlFiles().Where(path => !built.ContainsKey(path)))
            lines.Add($"{Show(path)} is new since the build; what follows does not have it. Build again.");
        return lines;
    }
}
