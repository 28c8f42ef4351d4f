using FanIn.Runtime.Results;

namespace FanIn.Cli.Rendering;

/// <summary>One layer's line, as text cells.</summary>
/// <param name="Name">The layer's name, not shortened.</param>
/// <param name="Shape">Its sparkline.</param>
/// <param name="Std">Standard deviation.</param>
/// <param name="InputDriven">Share of the variance that the inputs drive; empty for tensors without that split.</param>
/// <param name="Zeros">Share of exact zeros.</param>
/// <param name="Below">Share below the histogram's range.</param>
/// <param name="Above">Share above it.</param>
/// <param name="NaN">Share of NaN; empty when there is none.</param>
/// <param name="IsInputBlind">Whether next to nothing of its variance depends on the input.</param>
internal sealed record LayerRow(
    string Name, string Shape, string Std, string InputDriven, string Zeros, string Below, string Above, string NaN, bool IsInputBlind)
{
    /// <summary>How the std landed in what theory says; null where theory says nothing.</summary>
    public Landing? Theory { get; init; }

    /// <summary>Below this share of the variance two inputs can hardly be told apart.</summary>
    private const double InputBlind = 0.005;

    /// <summary>Characters of a sparkline.</summary>
    public const int ShapeWidth = 15;

    /// <summary>The line of a tensor.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="tensor">What is shown of it.</param>
    /// <param name="split">The split of its variance; null for weights and pre-activations.</param>
    public static LayerRow Of(string name, TensorStatistics tensor, VarianceSplit? split)
    {
        var histogram = tensor.Histogram;
        string Share(long part) => ShortNumber.CountPercent(part, tensor.Count);
        return new LayerRow(
            name,
            Sparkline.Draw(histogram, ShapeWidth),
            ShortNumber.Of(tensor.Std),
            split is null ? "" : ShortNumber.Percent(split.InputDriven),
            Share(histogram.Zeros),
            Share(histogram.Below),
            Share(histogram.Above),
            histogram.NaN == 0 ? "" : Share(histogram.NaN),
            split?.InputDriven < InputBlind);
    }
}
