using System.Collections.Immutable;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Panels;

/// <summary>One standard deviation, from seed to seed, of what a panel shows.</summary>
/// <param name="Counts">Of each bin.</param>
/// <param name="Std">Of the standard deviation.</param>
/// <param name="InputDriven">Of the input-driven share; null for a tensor of which it is not defined.</param>
/// <param name="SharesBins">Whether all seeds have the same bins.</param>
internal sealed record PanelSpread(ImmutableArray<double> Counts, double Std, double? InputDriven, bool SharesBins)
{
    public static PanelSpread Of(EnsembleTensor tensor) =>
        new(tensor.Histogram.CountSds, tensor.Find("std")!.Value.Sd, tensor.Find("input_driven")?.Sd, tensor.Histogram.SharesBins);
}
