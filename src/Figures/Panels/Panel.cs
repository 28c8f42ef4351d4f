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

    /// <summary>What the heights of the bars mean.</summary>
    public CountUnit Unit { get; init; }

    /// <summary>Null for a tensor of which it is not defined.</summary>
    public double? InputDriven { get; init; }

    /// <summary>Numbers that stand over the panel instead of the standard ones; null for the standard ones.</summary>
    public IReadOnlyList<PanelFact>? Facts { get; init; }

    /// <summary>About how many different numbers the elements are, where the bars show it; null elsewhere.</summary>
    public double? EffectiveNumbers { get; init; }

    /// <summary>The rug; empty for none.</summary>
    public ImmutableArray<double> UnitMeans { get; init; } = [];

    /// <summary>What theory expects of the bars.</summary>
    public TheoryLine Theory { get; init; } = TheoryLine.None;

    public required PanelBars Bars { get; init; }

    /// <summary>How it spreads from seed to seed; null for one run.</summary>
    public PanelSpread? Spread { get; init; }

    /// <summary>All elements of the tensor, wherever they lie.</summary>
    public long Elements => Statistics.Count;

    public string Heading => $"{Layer}-layer";

    /// <summary>The layer's own name, where it says more than the heading does.</summary>
    public string Subheading => Name == Heading ? "" : Name;

    /// <summary>How high so many elements stand.</summary>
    public double Height(double count) => Unit == CountUnit.Elements ? count : 100.0 * count / Math.Max(1, Elements);

    public int UnitMeansOutside => UnitMeans.Count(mean => !(mean >= X.Low && mean <= X.High));
}

/// <summary>A number that stands over a panel.</summary>
internal readonly record struct PanelFact(string Name, double Value);
