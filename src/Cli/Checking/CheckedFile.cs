using System.Text;
using FanIn.Cli.Hosting;
using FanIn.Dsl;

namespace FanIn.Cli.Checking;

/// <summary>A YAML file to check.</summary>
/// <param name="Shown">How messages name it.</param>
/// <param name="FullPath">Where it is.</param>
internal sealed record CheckedFile(string Shown, string FullPath)
{
    /// <summary>What is read of a file at most: far more than the language allows, so that the reader says what is wrong with it.</summary>
    private const int MostCharacters = 4 << 20;

    private static readonly string[] YamlBelow = ["**/*.yaml", "**/*.yml"];

    /// <summary>The named files, the YAML files below named folders, or all of the project; each once, in the order given.</summary>
    /// <exception cref="UserErrorException">Nothing is named and there is no project, or nothing is found.</exception>
    public static IReadOnlyList<CheckedFile> Find(CommandContext context, IReadOnlyList<string> named)
    {
        IEnumerable<string> paths;
        if (named.Count > 0)
            paths = named.SelectMany(name => Expand(context, context.FullPath(name)));
        else if (context.Project is { } project)
            paths = project.YamlFiles().Select(project.FullPath);
        else
            throw new UserErrorException($"There is no project here. Name the files: {context.Invocation.Command("check FILE…")}");

        var files = paths.Distinct().Select(path => new CheckedFile(context.Show(path), path)).ToArray();
        return files.Length > 0 ? files : throw new UserErrorException("No YAML file found.");
    }

    /// <summary>Its text; null where it can't be read, and then why, as a sentence.</summary>
    public ExperimentSource? Read(out string why)
    {
        try
        {
            why = "";
            return Read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            why = e switch
            {
                DecoderFallbackException => "It is not UTF-8 text.",
                FileNotFoundException or DirectoryNotFoundException => "There is no such file.",
                _ when Directory.Exists(FullPath) => "It is a folder.",
                UnauthorizedAccessException => "Access is denied.",
                _ => e.Message,
            };
            return null;
        }
    }

    private ExperimentSource Read()
    {
        using var reader = new StreamReader(FullPath, new UTF8Encoding(false, throwOnInvalidBytes: true));
        char[] buffer = new char[8192];
        var text = new StringBuilder();
        for (int read = reader.Read(buffer); read > 0 && text.Length < MostCharacters; read = reader.Read(buffer))
            text.Append(buffer, 0, read);
        return new ExperimentSource(Shown, text.ToString());
    }

    private static IEnumerable<string> Expand(CommandContext context, string path)
    {
        if (!Directory.Exists(path))
            return [path];
        var files = FileGlob.Find(path, YamlBelow).Select(file => Path.GetFullPath(file, path)).ToArray();
        return files.Length > 0 ? files : throw new UserErrorException($"The folder {context.Show(path)} has no YAML file.");
    }
}
