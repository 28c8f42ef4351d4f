using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Figures;

namespace FanIn.Cli.Running;

/// <summary>One call of `run`: selects, runs, shows, writes, and tells what failed.</summary>
internal sealed class ExperimentSession(CommandContext context, RunRequest request)
{
    private readonly Terminal _terminal = context.Terminal;
    private readonly ProgressLine _progress = new(context.Terminal.Error, context.Terminal.Animates, context.Terminal.Width);

    /// <summary>Stdout has the whole report, and not the failures alone or the JSON alone.</summary>
    private bool IsVerbose => !request.Quiet && !request.JsonOnStdout;

    private int Threads => request.Threads ?? context.Processors;

    /// <summary>Does it, and gives the exit code.</summary>
    /// <exception cref="UserErrorException">The request can't be met.</exception>
    public int Run()
    {
        StaleSources.Warn(context);
        var selected = ExperimentFilter.Select(context, request.Filters);
        if (selected.Count == 0)
            throw new UserErrorException("This program has no experiments: its project has no YAML file that the build picked up.");
        selected = SettingArguments.Apply(context, selected, request.Settings);
        SeedCheck.Require(selected, request.Overrides);
        if (request.Seeds is { } seeds)
            SeedCheck.Require(selected, request.Overrides with { Seed = seeds.Max() }, "--seeds");
        ResultOutput.Prepare(context, request);

        IOutcomes outcomes = request.Seeds is null
            ? new SingleOutcomes(request.AllLayers)
            : new EnsembleOutcomes(request.Seeds.Count, request.AllLayers);
        RunAll(new RunPlan(selected, request.Seeds), outcomes);
        if (request.Json is { } json)
            ResultOutput.WriteJson(context, outcomes, json);
        var figures = request.Figures is { } folder ? DrawFigures(outcomes, folder) : [];

        var report = request.JsonOnStdout ? _terminal.Narration : _terminal.Report;
        outcomes.Summarise(report, failuresOnly: !IsVerbose);
        if (IsVerbose)
            RunSummary.PrintFigures(report, context, figures);
        return outcomes.AllHold ? ExitCode.Fine : ExitCode.Failed;
    }

    private void RunAll(RunPlan plan, IOutcomes outcomes)
    {
        var options = request.Overrides with { FigureNeeds = request.FigureNeeds };
        bool predicts = IsVerbose || request.Json is not null || request.Figures is not null;
        using var queue = new ExperimentQueue(plan, options, Threads, predicts, context.Cancellation);
        _progress.ForEach(plan, run => run.Title, _ =>
        {
            if (outcomes.Add(queue.Next()) is not { } print || !IsVerbose)
                return;
            _progress.Clear();
            print(_terminal.Report);
        });
    }

    private IReadOnlyList<string> DrawFigures(IOutcomes outcomes, string folder)
    {
        try
        {
            var work = new FigureRun
            {
                Threads = Threads,
                Drawn = (drawn, all) => _progress.Show(drawn, all, "figures"),
                Cancellation = context.Cancellation,
            };
            return ResultOutput.WriteFigures(context, outcomes, folder, work, new FigureOptions { Show = request.Show });
        }
        finally
        {
            _progress.Clear();
        }
    }
}
