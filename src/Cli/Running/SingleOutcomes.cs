using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Figures;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Running;

/// <summary>Each experiment ran once.</summary>
internal sealed class SingleOutcomes(bool allLayers) : IOutcomes
{
    private readonly HashSet<string> _described = [];
    private readonly List<Outcome> _outcomes = [];

    public bool AllHold => _outcomes.All(outcome => outcome.Failures.Count == 0);

    public Action<StyledWriter> Add(Outcome outcome)
    {
        _outcomes.Add(outcome);
        return writer => ExperimentReport.Print(writer, outcome.Result, _described.Add(outcome.Result.Definition.Name), allLayers);
    }

    public void WriteJson(Stream stream) => ResultsJson.Write(stream, _outcomes.Select(outcome => outcome.Result));

    public IReadOnlyList<string> WriteFigures(CommandContext context, string folder, FigureRun run, FigureOptions options) =>
        context.WriteFigures([.. _outcomes.Select(outcome => outcome.Result)], folder, run, options);

    public void Summarise(StyledWriter writer, bool failuresOnly) => RunSummary.PrintExpectations(
        writer,
        "",
        [.. _outcomes.SelectMany(outcome => outcome.Failures).Select(failure => failure.Message)],
        _outcomes.Sum(outcome => outcome.Result.Definition.Expectations.Count),
        _outcomes.Count,
        failuresOnly);
}
