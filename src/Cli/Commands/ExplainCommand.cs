using System.CommandLine;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Dsl.Diagnostics;

namespace FanIn.Cli.Commands;

/// <summary><c>explain</c>: prints a diagnostic's page.</summary>
internal sealed class ExplainCommand : CommandBase
{
    private readonly Argument<string?> _id = new("id")
    {
        HelpName = "FANnnnn",
        Description = "The diagnostic's id; without it, a list of all ids.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public ExplainCommand(CommandContext context)
        : base(context, "explain", "Explains a diagnostic: what is wrong, an example, and how to put it right.")
    {
        Add(_id);
        _id.CompletionSources.Add(_ => DiagnosticPages.Ids);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["explain FAN0014"];

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

        string id = DiagnosticPages.Normalise(written);
        string page = DiagnosticPages.Read(id) ?? throw new UserErrorException(Unknown(written, id));
        MarkdownText.Print(report, page);
        return ExitCode.Fine;
    }

    private string Unknown(string written, string id)
    {
        string hint = Phrases.DidYouMean(id, DiagnosticPages.Ids);
        return $"There is no diagnostic '{written}'.{hint} All of them: {Context.Invocation.Command("explain")}";
    }
}
