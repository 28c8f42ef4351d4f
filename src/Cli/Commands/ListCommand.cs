using System.CommandLine;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Cli.Running;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Commands;

/// <summary><c>list</c>: the experiments, and every name that a YAML file can use.</summary>
internal sealed class ListCommand : CommandBase
{
    private const string ExperimentsKind = "experiments";

    private static readonly string[] Kinds = [ExperimentsKind, .. Lexicon.Sections.Select(section => Kind(section.Title))];

    private readonly Argument<string?> _kind = new("kind")
    {
        HelpName = "KIND",
        Description = $"What to list: {string.Join(", ", Kinds)}. Default: {ExperimentsKind}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> _name = new("name")
    {
        HelpName = "NAME",
        Description = "Show all there is to know about one of them.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public ListCommand(CommandContext context)
        : base(context, "list", "Lists the experiments, or the names that a YAML file can use.")
    {
        Add(_kind);
        Add(_name);
        _kind.CompletionSources.Add(Kinds);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["list", "list initialisers", "list initialisers he_normal"];

    /// <inheritdoc/>
    protected override int Execute(ParseResult parse)
    {
        string kind = parse.GetValue(_kind) ?? ExperimentsKind;
        string? name = parse.GetValue(_name);
        if (kind.Equals(ExperimentsKind, StringComparison.OrdinalIgnoreCase))
        {
            ExperimentList.Print(Context.Terminal.Report, ExperimentFilter.Select(Context, name is null ? [] : [name]));
            return ExitCode.Fine;
        }

        var section = Lexicon.Sections.FirstOrDefault(section => Kind(section.Title).Equals(kind, StringComparison.OrdinalIgnoreCase));
        if (section.Title is null)
            throw new UserErrorException(Unknown("kind", kind, Kinds));
        if (name is null)
            VocabularyList.Print(Context.Terminal.Report, section.Entries);
        else
            VocabularyList.PrintOne(Context.Terminal.Report, Find(section.Entries, kind, name));
        return ExitCode.Fine;
    }

    private static IVocabularyEntry Find(IReadOnlyList<IVocabularyEntry> entries, string kind, string name) =>
        entries.FirstOrDefault(entry => entry.Name == name || entry.Aliases.Contains(name))
        ?? throw new UserErrorException(Unknown($"entry of {kind}", name, entries.SelectMany(entry => entry.Aliases.Prepend(entry.Name))));

    private static string Unknown(string what, string name, IEnumerable<string> known)
    {
        var all = known.ToArray();
        string hint = NearestName.Find(name, all) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        return $"There is no {what} '{name}'.{hint} There are {string.Join(", ", all)}.";
    }

    private static string Kind(string title) => title.ToLowerInvariant();
}
