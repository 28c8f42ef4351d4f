using System.CommandLine;
using FanIn.Cli.Explaining;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Cli.Running;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Runtime.Experiments;

namespace FanIn.Cli.Commands;

/// <summary><c>explain</c>: prints a diagnostic's page, or tells an experiment's story.</summary>
internal sealed class ExplainCommand : CommandBase
{
    private readonly Argument<string?> _id = new("id")
    {
        HelpName = "FANnnnn|ID",
        Description = "The diagnostic's id or word (FAN1003, saturation), or an experiment's id; without it, a list of all diagnostics.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public ExplainCommand(CommandContext context)
        : base(context, "explain", "Explains a diagnostic, or runs an experiment and tells its story in five sentences.")
    {
        Add(_id);
        _id.CompletionSources.Add(_ => DiagnosticPages.Ids);
        _id.CompletionSources.Add(_ => context.Experiments.Select(entry => entry.Definition.Id).ToArray());
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
        ["explain FAN0014", "explain saturation", "explain activation-histograms/tanh-xavier"];

    /// <inheritdoc/>
    protected override int Execute(ParseResult parse)
    {
        var report = Context.Terminal.Report;
        if (parse.GetValue(_id) is not { } written)
        {
            foreach (var rule in DiagnosticCatalog.All)
                report.Write(rule.Id, Look.Heading).WriteLine($"  {rule.Title}");
            return ExitCode.Fine;
        }

        string id = Lexicon.Findings.Find(written)?.Rule.Id ?? DiagnosticPages.Normalise(written);
        if (DiagnosticPages.Read(id) is { } page)
            MarkdownText.Print(report, page);
        else
            Tell(report, Find(written) ?? throw new UserErrorException(Unknown(written, id)));
        return ExitCode.Fine;
    }

    private ExperimentEntry? Find(string id) =>
        Context.Experiments.FirstOrDefault(entry => entry.Definition.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private void Tell(StyledWriter report, ExperimentEntry entry)
    {
        StaleSources.Warn(Context);
        var options = new ExperimentOptions(Threads: ThreadRule.For(entry.Definition, Context.Processors));
        var result = ExperimentRunner.Run(entry, options, Context.Cancellation).Result;
        report.WriteLine(entry.Definition.Id, Look.Heading);
        foreach (string line in ExperimentStory.Of(result).SelectMany(sentence => TextLayout.Wrap(sentence, TextLayout.ReportWidth)))
            report.WriteLine(line);
    }

    private string Unknown(string written, string id)
    {
        var definitions = Context.Experiments.Select(entry => entry.Definition).ToList();
        var variants = definitions.Where(definition => definition.Name.Equals(written, StringComparison.OrdinalIgnoreCase)).ToList();
        if (variants.Count > 0)
            return $"{variants[0].Name} has {Phrases.Count(variants.Count, "variant")}: name one, such as {variants[0].Id}.";
        string? diagnostic = NearestName.Find(id, DiagnosticPages.Ids) ?? Lexicon.Findings.Nearest(written);
        string? experiment = ExperimentFilter.Nearest(Context, written);
        bool isExperiment = written.Contains('/', StringComparison.Ordinal) || (diagnostic is null && experiment is not null);
        return isExperiment
            ? $"There is no experiment '{written}'.{Phrases.DidYouMean(experiment)} All of them: {Context.Invocation.Command("list")}"
            : $"There is no diagnostic '{written}'.{Phrases.DidYouMean(diagnostic)} All of them: {Context.Invocation.Command("explain")}";
    }
}
