using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Runtime.Experiments;

namespace FanIn.Cli.Running;

/// <summary>One call of `run`: selects, runs, shows, writes, and tells what failed.</summary>
internal sealed class ExperimentSession(CommandContext context, RunRequest request)
{
    private readonly Terminal _terminal = context.Terminal;

    /// <summary>Does it, and gives the exit code.</summary>
    /// <exception cref="UserErrorException">The request can't be met.</exception>
    public int Run()
    {
        var selected = ExperimentFilter.Select(context.Experiments, request.Filters);
        if (selected.Count == 0)
            throw new UserErrorException("This program has no experiments: its project has no YAML file that the build picked up.");
        SeedCheck.Require(selected, request.Overrides);
        WarnOfStaleSources();

        var outcomes = RunAll(selected);
        if (request.Json is { } json)
            ResultOutput.WriteJson(context, outcomes, json);
        var figures = request.Figures is { } folder ? ResultOutput.WriteFigures(context, outcomes, folder) : [];

        var report = request.JsonOnStdout ? _terminal.Narration : _terminal.Report;
        bool brief = request.Quiet || request.JsonOnStdout;
        RunSummary.Print(report, context, outcomes, brief ? [] : figures, brief);
        return outcomes.Any(outcome => outcome.Failures.Count > 0) ? ExitCode.Failed : ExitCode.Fine;
    }

    private void WarnOfStaleSources()
    {
        if (context.Project is not { } project)
            return;
        foreach (string line in StaleSources.Describe(project, context.Experiments, context.CurrentDirectory))
            _terminal.Narration.WriteLine(line, Look.Striking);
    }

    private List<Outcome> RunAll(IReadOnlyList<ExperimentEntry> selected)
    {
        var progress = new ProgressLine(_terminal.Error, _terminal.Animates, _terminal.Width);
        var describedNames = new HashSet<string>();
        List<Outcome> outcomes = [];
        try
        {
            foreach (var entry in selected)
            {
                progress.Show(outcomes.Count, selected.Count, entry.Definition.Id);
                int threads = request.Threads ?? ThreadRule.For(entry.Definition, context.Processors);
                var outcome = ExperimentRunner.Run(entry, request.Overrides with { Threads = threads }, context.Cancellation);
                outcomes.Add(outcome);
                if (request.Quiet || request.JsonOnStdout)
                    continue;
                progress.Clear();
                ExperimentReport.Print(_terminal.Report, outcome.Result, describedNames.Add(entry.Definition.Name), request.AllLayers);
            }
        }
        finally
        {
            progress.Clear();
        }

        return outcomes;
    }
}
