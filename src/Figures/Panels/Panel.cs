using System.Collections.Immutable;
using FanIn.Figures.Scales;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Panels;

/// <summary>One histogram of a figure, with what stands around it.</summary>
internal sealed record Panel
{
    public required int Layer { get; init; }

    public required string Name { get; init; }

    public required TensorStatistics Statistics { get; init; }

    public required ValueAxis X { get; init; }

    /// <summary>Null for a tensor of which it is not defined.</summary>
    public double? InputDriven { get; init; }

    /// <summary>The rug; empty for none.</summary>
    public ImmutableArray<double> UnitMeans { get; init; } = [];

    /// <summary>The theoretical line; empty for none.</summary>
    public IReadOnlyList<DensityPoint> Density { get; init; } = [];

    public required PanelBars Bars { get; init; }

    public string Heading => $"{Layer}-layer";

    /// <summary>The layer's own name, where it says more than the heading does.</summary>
    public string Subheading => Name == Heading ? "" : Name;

    public int UnitMeansOutside => UnitMeans.Count(mean => !(mean >= X.Low && mean <= X.High));
}
