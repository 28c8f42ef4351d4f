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

    private static string NoMatch(CommandContext context, string glob)
    {
        var entries = context.Experiments;
        var ids = entries.Select(entry => entry.Definition.Id).Concat(entries.Select(entry => entry.Definition.Name)).Distinct();
        string? byLabel = entries
            .FirstOrDefault(entry => entry.Definition.Label.Equals(glob, StringComparison.OrdinalIgnoreCase))
            ?.Definition.Id;
        string? nearest = byLabel ?? NearestName.Find(glob.Replace("*", "", StringComparison.Ordinal), ids);
        return $"No experiment matches '{glob}'.{Phrases.DidYouMean(nearest)} To see all: {context.Invocation.Command("list")}";
    }
}
