using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Text;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Running;

/// <summary>A <c>--set NAME=FORMULA</c>.</summary>
/// <param name="Name"><c>hidden.init.std</c>; a parameter's bare name.</param>
/// <param name="Formula">A number, or a formula, in which a layer's numbers may use its fans.</param>
internal sealed record SettingArgument(string Name, string Formula);

/// <summary>Numbers that are set on the command line.</summary>
internal static class SettingArguments
{
    private const int MostListed = 20;

    /// <summary>Reads what --set was given.</summary>
    /// <exception cref="UserErrorException">It is no NAME=NUMBER, or a name stands twice.</exception>
    public static IReadOnlyList<SettingArgument> Parse(IReadOnlyList<string> texts)
    {
        List<SettingArgument> arguments = [];
        foreach (string text in texts)
        {
            int split = text.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0 || text[(split + 1)..].Trim().Length == 0)
                throw new UserErrorException($"--set takes NAME=NUMBER, as in --set hidden.init.std=0.5, not '{text}'.");
            string name = text[..split].Trim();
            if (arguments.Any(argument => argument.Name == name))
                throw new UserErrorException($"--set sets '{name}' twice.");
            arguments.Add(new(name, text[(split + 1)..].Trim()));
        }

        return arguments;
    }

    /// <summary>The experiments, made with what is set of what they have. Nothing has a buffer yet when this fails.</summary>
    /// <exception cref="UserErrorException">No experiment has a name, or one can't have its value.</exception>
    public static IReadOnlyList<ExperimentEntry> Apply(
        CommandContext context, IReadOnlyList<ExperimentEntry> entries, IReadOnlyList<SettingArgument> arguments)
    {
        if (arguments.Count == 0)
            return entries;
        var all = entries.Select(entry => new ExperimentSettings(entry.Definition)).ToArray();
        if (arguments.FirstOrDefault(argument => all.All(settings => settings.Find(argument.Name).Count == 0)) is { } lost)
            throw new UserErrorException(Unknown(context, all, lost.Name));
        return [.. entries.Zip(all, (entry, settings) => With(entry, settings, arguments))];
    }

    private static ExperimentEntry With(ExperimentEntry entry, ExperimentSettings settings, IReadOnlyList<SettingArgument> arguments)
    {
        var definition = entry.Definition;
        Setting[] chosen = [.. arguments.SelectMany(argument =>
            settings.Find(argument.Name).Select(target => new Setting(target.Name, Value(definition, target, argument))))];
        try
        {
            foreach (var (name, value) in chosen)
                settings[name] = value;
            settings.Check();
        }
        catch (SettingException e)
        {
            throw new UserErrorException($"--set, {definition.Id}: {e.Message}", e);
        }

        return entry with { Create = options => entry.Create(options with { Settings = [.. options.Settings, .. chosen] }) };
    }

    private static double Value(ExperimentDefinition definition, SettingTarget target, SettingArgument argument)
    {
        var (bound, error) = FormulaText.Bind(argument.Formula, Names(definition, target.Layer));
        return bound is not null ? FormulaValue.Of(bound.Tree)
            : throw new UserErrorException($"--set {argument.Name}={argument.Formula}: {error}");
    }

    /// <summary>What the formulas of a file's layer know.</summary>
    private static IEnumerable<KeyValuePair<string, double>> Names(ExperimentDefinition definition, LayerDefinition? layer) =>
        layer is null
            ? []
            :
            [
                KeyValuePair.Create("fan_in", (double)layer.FanIn),
                KeyValuePair.Create("fan_out", (double)layer.FanOut),
                KeyValuePair.Create("fan_avg", (layer.FanIn + (double)layer.FanOut) / 2),
                KeyValuePair.Create("layer", Dense(definition).ToList().IndexOf(layer) + 1.0),
                KeyValuePair.Create("depth", (double)Dense(definition).Count()),
            ];

    private static IEnumerable<LayerDefinition> Dense(ExperimentDefinition definition) =>
        definition.Layers.Where(layer => layer.Kind == LayerDefinition.Dense);

    private static string Unknown(CommandContext context, IReadOnlyList<ExperimentSettings> all, string name)
    {
        string[] known = [.. all.SelectMany(settings => settings.Known).Select(setting => setting.Name).Distinct()];
        var numbered = all
            .SelectMany(settings => settings.Known.SelectMany(setting => settings.Find(setting.Name)))
            .Select(target => target.Name);
        string list = known.Length == 0 ? "There is nothing to set."
            : $"There are {string.Join(", ", known.Take(MostListed))}{(known.Length > MostListed ? ", …" : "")}.";
        string? nearest = NearestName.Find(name, known.Concat(numbered).Distinct());
        string more = context.Invocation.Command("list ID");
        return $"No selected experiment has a number '{name}'.{Phrases.DidYouMean(nearest)} {list} What an experiment has: {more}";
    }
}
