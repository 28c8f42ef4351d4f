using System.CommandLine;
using FanIn.Cli.Checking;
using FanIn.Cli.Hosting;

namespace FanIn.Cli.Commands;

/// <summary><c>check</c>: reads YAML files and says what is wrong with them, without a build.</summary>
internal sealed class CheckCommand : CommandBase
{
    private readonly Argument<string[]> _files = new("files")
    {
        HelpName = "FILE",
        Description = "YAML files, or folders of them. Default: all experiments of the project.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public CheckCommand(CommandContext context)
        : base(context, "check", "Reads YAML files and says what is wrong with them, as a build would.") => Add(_files);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["check", "check experiments/mine.yaml"];

    /// <inheritdoc/>
    protected override int Execute(ParseResult parse)
    {
        var files = CheckedFile.Find(Context, parse.GetValue(_files) ?? []);
        return new CheckReport(Context.Terminal.Report, Context.Terminal.Narration).Print(files, Context.Cancellation);
    }
}
