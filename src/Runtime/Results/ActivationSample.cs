using System.Collections.Immutable;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>The activations of a layer's first inputs and units, at most 100 of either.</summary>
public sealed record ActivationSample
{
    /// <summary>The most inputs, and the most units.</summary>
    public const int Side = 100;

    private readonly ByElements<ImmutableArray<double>, double> _values;

    /// <summary>Inputs.</summary>
    public required int Rows { get; init; }

    /// <summary>Units.</summary>
    public required int Units { get; init; }

    /// <summary>Rows × Units numbers, row-major.</summary>
    public required ImmutableArray<double> Values
    {
        get => _values.List;
        init => _values = new(value);
    }

    /// <summary>The activation of a unit for an input, both from 0.</summary>
    public double this[int row, int unit] => Values[(row * Units) + unit];
}
