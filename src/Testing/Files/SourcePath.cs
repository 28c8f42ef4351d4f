using System.Reflection;
using System.Text.RegularExpressions;

namespace FanIn.Testing.Files;

/// <summary>
/// Finds a test's source file on this machine. A deterministic build writes <c>/_/tests/A/B.cs</c> in place of the repository's folder;
/// the assembly's metadata <c>FanIn.ProjectDirectory</c>, from FanIn's props, leads back.
/// </summary>
internal static partial class SourcePath
{
    private const string Metadata = "FanIn.ProjectDirectory";
    private const string BuildHere = "Were the tests built on another machine? Build them where they run.";

    public static string Resolve(string path) => Mapped().IsMatch(path) ? Resolve(path, ProjectDirectories()) : Existing(path);

    /// <summary>The first of the projects' folders and the folders above them that has the file.</summary>
    internal static string Resolve(string path, IReadOnlyList<string> projects)
    {
        if (projects.Count == 0)
        {
            throw new DirectoryNotFoundException(
                $"The source path '{path}' is that of a deterministic build, and no assembly has the metadata "
                + $"'{Metadata}' that leads back. Import FanIn's props in the test project, or add to it "
                + $"<AssemblyMetadata Include=\"{Metadata}\" Value=\"$(MSBuildProjectDirectory)\" />.");
        }

        var relative = path[Mapped().Match(path).Length..];
        var candidates =
            from project in projects
            from folder in SelfAndAbove(project)
            let file = Path.GetFullPath(Path.Combine(folder, relative))
            where File.Exists(file)
            orderby IsInside(file, project) descending
            select file;

        return candidates.FirstOrDefault() ?? throw new DirectoryNotFoundException(
            $"The source file '{path}' is in none of these folders nor those above them: {string.Join(", ", projects)}. {BuildHere}");
    }

    private static string Existing(string path) => Directory.Exists(Path.GetDirectoryName(path))
        ? Path.GetFullPath(path)
        : throw new DirectoryNotFoundException(
            $"The folder of the test's source file '{path}' does not exist. {BuildHere}");

    private static List<string> ProjectDirectories() =>
    [
        .. AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic)
            .SelectMany(assembly => assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
            .Where(attribute => attribute is { Key: Metadata, Value: not null })
            .Select(attribute => attribute.Value!)
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> SelfAndAbove(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
            yield return directory.FullName;
    }

    private static bool IsInside(string file, string folder) =>
        file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    [GeneratedRegex(@"^/_[0-9]*/")]
    private static partial Regex Mapped();
}
