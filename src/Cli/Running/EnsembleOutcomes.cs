using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Figures;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Running;

/// <summary>Each experiment ran once with each seed. Of a run nothing is kept but what it adds to the sums.</summary>
internal sealed class EnsembleOutcomes(int seeds, bool allLayers) : IOutcomes
{
    private readonly HashSet<string> _described = [];
    private readonly List<EnsembleResult> _ensembles = [];
    private EnsembleBuilder _builder = new();
    private int _runs;

    public bool AllHold => _ensembles.All(ensemble => ensemble.Expectations.All(expectation => expectation.Holds));

    public Action<StyledWriter>? Add(Outcome outcome)
    {
        _builder.Add(outcome.Result);
        if (++_runs < seeds)
            return null;
        var ensemble = _builder.ToResult();
        (_builder, _runs) = (new(), 0);
        _ensembles.Add(ensemble);
        return writer => EnsembleReport.Print(writer, ensemble, _described.Add(ensemble.Definition.Name), allLayers);
    }

    public void WriteJson(Stream stream) => ResultsJson.Write(stream, _ensembles);

    public IReadOnlyList<string> WriteFigures(CommandContext context, string folder, FigureRun run, FigureOptions options) =>
        context.WriteEnsembleFigures(_ensembles, folder, run);

    public void Summarise(StyledWriter writer, bool failuresOnly)
    {
        string[] failures =
        [
            .. _ensembles.SelectMany(ensemble => ensemble.Expectations.Where(expectation => !expectation.Holds)
                .Select(expectation => $"{ensemble.Definition.Id} {expectation.Message}")),
        ];
        RunSummary.PrintExpectations(
            writer,
            $" with each of {Phrases.Count(seeds, "seed")}",
            failures,
            _ensembles.Sum(ensemble => ensemble.Expectations.Length),
            _ensembles.Count,
            failuresOnly);
    }
}
