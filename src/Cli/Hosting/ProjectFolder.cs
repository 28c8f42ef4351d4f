using System.Reflection;

namespace FanIn.Cli.Hosting;

/// <summary>The project that the running program was built from: where its YAML files are.</summary>
/// <param name="Directory">Absolute path.</param>
/// <param name="Patterns">The globs of the property <c>FanInExperiments</c>, relative to <paramref name="Directory"/>.</param>
internal sealed record ProjectFolder(string Directory, IReadOnlyList<string> Patterns)
{
    /// <summary>The property's default.</summary>
    public static IReadOnlyList<string> DefaultPatterns { get; } = ["experiments/**/*.yaml", "experiments/**/*.yml"];

    /// <summary>
    /// The project that the build noted in an assembly, as long as it is still there; otherwise the current directory when it has
    /// one of the catalog's files; otherwise null: the program runs far from its sources.
    /// </summary>
    public static ProjectFolder? Find(Assembly? assembly, string currentDirectory, IEnumerable<string> sourcePaths)
    {
        var notes = assembly?.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);
        var patterns = notes?["FanIn.Experiments"].FirstOrDefault() is { Length: > 0 } written
            ? written.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : DefaultPatterns;

        if (notes?["FanIn.ProjectDirectory"].FirstOrDefault() is { Length: > 0 } noted && System.IO.Directory.Exists(noted))
            return new ProjectFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(noted)), patterns);
        return sourcePaths.Any(path => File.Exists(Path.Combine(currentDirectory, path)))
            ? new ProjectFolder(currentDirectory, patterns)
            : null;
    }

    /// <summary>The YAML files of the project, relative with <c>/</c>, in ordinal order.</summary>
    public IReadOnlyList<string> YamlFiles() => FileGlob.Find(Directory, Patterns);

    /// <summary>The absolute path of a file given relative to the project.</summary>
    public string FullPath(string relative) => Path.GetFullPath(Path.Combine(Directory, relative));
}
