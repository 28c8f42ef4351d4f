using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Runtime.Experiments;

namespace FanIn.Cli.Running;

/// <summary>One call of `run`: selects, runs, shows, writes, and tells what failed.</summary>
internal sealed class ExperimentSession(CommandContext context, RunRequest request)
{
    private readonly Terminal _terminal = context.Terminal;
    private readonly ProgressLine _progress = new(context.Terminal.Error, context.Terminal.Animates, context.Terminal.Width);

    /// <summary>Stdout has the whole report, and not the failures alone or the JSON alone.</summary>
    private bool IsVerbose => !request.Quiet && !request.JsonOnStdout;

    /// <summary>Does it, and gives the exit code.</summary>
    /// <exception cref="UserErrorException">The request can't be met.</exception>
    public int Run()
    {
        var selected = ExperimentFilter.Select(context, request.Filters);
        if (selected.Count == 0)
            throw new UserErrorException("This program has no experiments: its project has no YAML file that the build picked up.");
        selected = SettingArguments.Apply(context, selected, request.Settings);
        SeedCheck.Require(selected, request.Overrides);
        ResultOutput.Prepare(context, request);
        WarnOfStaleSources();

        var outcomes = RunAll(selected);
        if (request.Json is { } json)
            ResultOutput.WriteJson(context, outcomes, json);
        var figures = request.Figures is { } folder ? DrawFigures(outcomes, folder) : [];

        var report = request.JsonOnStdout ? _terminal.Narration : _terminal.Report;
        RunSummary.Print(report, context, outcomes, figures, failuresOnly: !IsVerbose);
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
        var described = new HashSet<string>();
        List<Outcome> outcomes = [];
        int threads = request.Threads ?? context.Processors;
        using var queue = new ExperimentQueue(selected, request.Overrides, threads, context.Cancellation);
        _progress.ForEach(selected, entry => entry.Definition.Id, _ =>
        {
            var outcome = queue.Next();
            outcomes.Add(outcome);
            if (!IsVerbose)
                return;
            _progress.Clear();
            ExperimentReport.Print(_terminal.Report, outcome.Result, described.Add(outcome.Result.Definition.Name), request.AllLayers);
        });
        return outcomes;
    }

    /// <summary>File by file: the variants of one share a contact sheet.</summary>
    private List<string> DrawFigures(List<Outcome> outcomes, string folder)
    {
        List<string> paths = [];
        var files = outcomes.Select(outcome => outcome.Result).GroupBy(result => result.Definition.Name).ToArray();
        _progress.ForEach(
            files,
            file => $"figures of {file.Key}",
            file => paths.AddRange(ResultOutput.WriteFigures(context, [.. file], folder)));
        return paths;
    }
}
