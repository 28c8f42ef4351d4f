using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Dsl.Binding;
using FanIn.Dsl.Text;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;

namespace FanIn.Cli.Running;

/// <summary>Selects experiments by their ids.</summary>
internal static class ExperimentFilter
{
    /// <summary>
    /// The experiments whose id matches any of the globs, in the catalog's order; all of them when there is no glob. Case does not
    /// count, <c>*</c> stands for any characters, <c>/</c> included, and an experiment's bare name selects all its variants.
    /// </summary>
    /// <exception cref="UserErrorException">A glob matches nothing.</exception>
    public static IReadOnlyList<ExperimentEntry> Select(CommandContext context, IReadOnlyList<string> globs)
    {
        var entries = context.Experiments;
        if (globs.Count == 0)
            return entries;
        if (globs.FirstOrDefault(glob => !entries.Any(entry => Matches(entry.Definition, glob))) is { } lost)
            throw new UserErrorException(NoMatch(context, lost));
        return entries.Where(entry => globs.Any(glob => Matches(entry.Definition, glob))).ToArray();
    }

    /// <summary>Whether a glob selects anything.</summary>
    public static bool IsMatch(CommandContext context, string glob) => context.Experiments.Any(entry => Matches(entry.Definition, glob));

    private static bool Matches(ExperimentDefinition definition, string glob) =>
        Glob.IsMatch(glob, definition.Id, ignoreCase: true) || definition.Name.Equals(glob, StringComparison.OrdinalIgnoreCase);

    /// <summary>The experiment that a misspelt id, name or label was meant to be; null when none is near.</summary>
    public static string? Nearest(CommandContext context, string written)
    {
        var definitions = context.Experiments.Select(entry => entry.Definition).ToList();
        var ids = definitions.Select(definition => definition.Id).Concat(definitions.Select(definition => definition.Name)).Distinct();
        string? byLabel = definitions.Find(definition => definition.Label.Equals(written, StringComparison.OrdinalIgnoreCase))?.Id;
        return byLabel ?? NearestName.Find(written.Replace("*", "", StringComparison.Ordinal), ids);
    }

    private static string NoMatch(CommandContext context, string glob) =>
        $"No experiment matches '{glob}'.{Phrases.DidYouMean(Nearest(context, glob))} To see all: {context.Invocation.Command("list")}";
}
