using System.Collections.Immutable;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>A point of φ.</summary>
/// <param name="X">Where.</param>
/// <param name="Value">φ(x).</param>
/// <param name="Slope">φ′(x).</param>
public readonly record struct CurvePoint(double X, double Value, double Slope);

/// <summary>Where a layer's pre-activations sit on its activation function φ, and how steep φ is there.</summary>
public sealed record LayerSlopes
{
    private readonly ByElements<ImmutableArray<CurvePoint>, CurvePoint> _curve;
    private readonly ByElements<ImmutableArray<CurvePoint>, CurvePoint> _tangents;

    /// <summary>a, with a histogram over the range of <see cref="Curve"/>.</summary>
    public required TensorStatistics PreActivations { get; init; }

    /// <summary>φ′(a), with a histogram from 0 (or the least slope below it) to the steepest slope of <see cref="Curve"/>.</summary>
    public required TensorStatistics Slopes { get; init; }

    /// <summary>φ at even distances over [−w, w], w = max(6, |mean| + 4 standard deviations of a).</summary>
    public required ImmutableArray<CurvePoint> Curve
    {
        get => _curve.List;
        init => _curve = new(value);
    }

    /// <summary>φ at the mean of a, and 1 and 2 standard deviations to either side, from left to right.</summary>
    public required ImmutableArray<CurvePoint> Tangents
    {
        get => _tangents.List;
        init => _tangents = new(value);
    }
}
