using System.CommandLine;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Cli.Running;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Runtime.Experiments;

namespace FanIn.Cli.Commands;

/// <summary><c>list</c>: the experiments, and every name that a YAML file can use.</summary>
internal sealed class ListCommand : CommandBase
{
    private const string ExperimentsKind = "experiments";

    private static readonly string[] Kinds = [ExperimentsKind, .. Lexicon.Sections.Select(section => Kind(section.Title))];

    private readonly Argument<string?> _kind = new("kind")
    {
        HelpName = "KIND|ID",
        Description = $"What to list: {string.Join(", ", Kinds)}; or an experiment's id. Default: {ExperimentsKind}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> _name = new("name")
    {
        HelpName = "NAME",
        Description = "Show all there is to know about one of them.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _plain = new("--plain") { Description = "Ids or names alone, one a line, for scripts." };

    public ListCommand(CommandContext context)
        : base(context, "list", "Lists the experiments, or the names that a YAML file can use.")
    {
        Add(_kind);
        Add(_name);
        Add(_plain);
        _kind.CompletionSources.Add(Kinds);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["list", "list width/he-100", "list initialisers", "list initialisers he_normal"];

    /// <inheritdoc/>
    protected override int Execute(ParseResult parse)
    {
        string kind = parse.GetValue(_kind) ?? ExperimentsKind;
        string? name = parse.GetValue(_name);
        bool plain = parse.GetValue(_plain);
        bool isExperiments = kind.Equals(ExperimentsKind, StringComparison.OrdinalIgnoreCase);
        string? id = isExperiments ? name : name is null && !Kinds.Contains(kind) && ExperimentFilter.IsMatch(Context, kind) ? kind : null;
        if (isExperiments || id is not null)
            ListExperiments(ExperimentFilter.Select(Context, id is null ? [] : [id]), plain, withSettings: id is not null);
        else
            ListVocabulary(kind, name, plain);
        return ExitCode.Fine;
    }

    private void ListExperiments(IReadOnlyList<ExperimentEntry> entries, bool plain, bool withSettings)
    {
        if (plain)
        {
            PrintLines(entries.Select(entry => entry.Definition.Id));
            return;
        }

        ExperimentList.Print(Context.Terminal.Report, entries);
        if (withSettings)
            SettingList.Print(Context.Terminal.Report, entries);
    }

    private void ListVocabulary(string kind, string? name, bool plain)
    {
        var section = Lexicon.Sections.FirstOrDefault(section => Kind(section.Title).Equals(kind, StringComparison.OrdinalIgnoreCase));
        if (section.Title is null)
            throw new UserErrorException(UnknownKind(kind));
        if (name is not null)
            VocabularyList.PrintOne(Context.Terminal.Report, Find(section.Entries, section.Singular, name));
        else if (plain)
            PrintLines(section.Entries.Select(entry => entry.Name));
        else
            VocabularyList.Print(Context.Terminal.Report, section.Entries);
    }

    private void PrintLines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
            Context.Terminal.Report.WriteLine(line);
    }

    private static IVocabularyEntry Find(IReadOnlyList<IVocabularyEntry> entries, string singular, string name) =>
        entries.FirstOrDefault(entry => entry.Name == name || entry.Aliases.Contains(name))
        ?? throw new UserErrorException(
            $"There is no {singular} '{name}'.{Phrases.DidYouMean(name, entries.SelectMany(entry => entry.Aliases.Prepend(entry.Name)))}"
            + $" There are {string.Join(", ", entries.Select(entry => entry.Name))}.");

    /// <summary>Neither a kind nor an experiment.</summary>
    private string UnknownKind(string written) =>
        ExperimentFilter.Nearest(Context, written) is { } experiment && NearestName.Find(written, Kinds) is null
            ? $"There is no experiment '{written}'.{Phrases.DidYouMean(experiment)} All of them: {Context.Invocation.Command("list")}"
            : $"There is no kind or experiment '{written}'.{Phrases.DidYouMean(written, Kinds)} Kinds are {string.Join(", ", Kinds)}.";

    private static string Kind(string title) => title.ToLowerInvariant();
}
