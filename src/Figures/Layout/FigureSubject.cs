using FanIn.Figures.Panels;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Figures.Layout;

/// <summary>What a figure shows of one experiment: a run, or the mean of many.</summary>
/// <param name="Result">The run, or the mean of all.</param>
/// <param name="Draws">The stream and where it started: <c>philox, seed 0</c>.</param>
/// <param name="Options">What to show besides.</param>
internal sealed record FigureSubject(ExperimentResult Result, string Draws, FigureOptions Options)
{
    /// <summary>
    /// How a layer's tensor (as <see cref="StatisticNames.Tensors"/> calls it) spreads from seed to seed; null for one run.
    /// </summary>
    public Func<LayerResult, string, PanelSpread?> Spread { get; init; } = (_, _) => null;

    public static FigureSubject Of(ExperimentResult result, FigureOptions? options) =>
        new(result, $"{result.Stream.Name()}, seed {result.Seed}", options ?? new());

    public static FigureSubject Of(EnsembleResult ensemble)
    {
        var draws = FormattableString.Invariant($"{ensemble.Stream.Name()}, {ensemble.Seeds.Length} seeds: {ensemble.SeedList}");
        return new(EnsembleMean.Of(ensemble), draws, new())
        {
            Spread = (layer, tensor) => PanelSpread.Of(ensemble[layer.Name].Tensor(tensor)!),
        };
    }
}
