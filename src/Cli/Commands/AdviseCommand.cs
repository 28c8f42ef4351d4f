using System.CommandLine;
using FanIn.Cli.Advising;
using FanIn.Cli.Checking;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Dsl;
using FanIn.Dsl.Diagnostics;

namespace FanIn.Cli.Commands;

/// <summary><c>advise</c>: what theory recommends for a file's networks.</summary>
internal sealed class AdviseCommand : CommandBase
{
    private readonly Argument<string> _file = new("file")
    {
        HelpName = "FILE",
        Description = "A YAML file.",
    };

    public AdviseCommand(CommandContext context)
        : base(context, "advise", "Says which initialisation theory recommends for a file's networks, and what it changes.") => Add(_file);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["advise experiments/mine.yaml"];

    /// <inheritdoc/>
    protected override int Execute(ParseResult parse)
    {
        string path = Context.FullPath(parse.GetValue(_file)!);
        var file = new CheckedFile(Context.Show(path), path);
        var source = file.Read(out string why) ?? throw new UserErrorException($"{file.Shown} can't be read. {why}");
        var result = ExperimentReader.Read(source, Context.Cancellation);
        if (result.Experiment is { } experiment && result.Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error))
        {
            string folder = Context.Project?.Directory ?? Context.CurrentDirectory;
            new AdviceReport(Context.Terminal.Report, data => SampleFiles.Moments(data, folder)).Print(source.Path, experiment);
            return ExitCode.Fine;
        }

        foreach (var diagnostic in result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error))
            DiagnosticText.Print(Context.Terminal.Report, diagnostic, source.Text);
        return ExitCode.Failed;
    }
}
