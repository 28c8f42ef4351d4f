using System.Collections.Immutable;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Results;

/// <summary>What one run of an experiment gave. Immutable; depends on neither machine, time nor number of threads.</summary>
public sealed record ExperimentResult
{
    /// <summary>What was run.</summary>
    public required ExperimentDefinition Definition { get; init; }

    /// <summary>The stream that was used.</summary>
    public required RandomStream Stream { get; init; }

    /// <summary>The seed that was used.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The layers, the first first.</summary>
    public required ImmutableArray<LayerResult> Layers { get; init; }

    /// <summary>The layer of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the names.</exception>
    public LayerResult this[string layer] =>
        Layers.FirstOrDefault(candidate => candidate.Name == layer)
        ?? throw new KeyNotFoundException($"{Definition.Id} has no layer '{layer}'; it has {string.Join(", ", Layers.Select(l => l.Name))}.");
}

/// <summary>What flowed through one layer.</summary>
public sealed record LayerResult
{
    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary><c>hidden3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Rows of z: the samples of the batch.</summary>
    public required int Batch { get; init; }

    /// <summary>Columns of z: the layer's units, fan_out.</summary>
    public required int Units { get; init; }

    /// <summary>z, the layer's output; null when not observed.</summary>
    public TensorStatistics? Activations { get; init; }

    /// <summary>How the variance of z splits between units and inputs; null when z is not observed.</summary>
    public VarianceSplit? Split { get; init; }

    /// <summary>Mean over the batch of each unit's activation, Units numbers; empty when z is not observed.</summary>
    public ImmutableArray<double> UnitMeans { get; init; } = [];

    /// <summary>The first eight activations in row-major order (fewer in a smaller tensor); empty when z is not observed.</summary>
    public ImmutableArray<double> First { get; init; } = [];

    /// <summary>a, what the activation is applied to; null when not observed.</summary>
    public TensorStatistics? PreActivations { get; init; }

    /// <summary>W; null when not observed.</summary>
    public TensorStatistics? Weights { get; init; }

    /// <summary>σ_w² achieved: fan_in · mean(W²).</summary>
    public required double SigmaW2 { get; init; }
}

/// <summary>Moments, extremes and histogram of a tensor, in float64 for either dtype. Values that are not finite make moments NaN, as NumPy does.</summary>
public sealed record TensorStatistics
{
    /// <summary>Number of elements.</summary>
    public required long Count { get; init; }

    /// <summary>Arithmetic mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Population standard deviation (ddof 0).</summary>
    public required double Std { get; init; }

    /// <summary>Population skewness m₃ / m₂^1.5; NaN for a constant tensor.</summary>
    public required double Skewness { get; init; }

    /// <summary>Population excess kurtosis m₄ / m₂² − 3; NaN for a constant tensor.</summary>
    public required double ExcessKurtosis { get; init; }

    /// <summary>Smallest element; NaN if any element is.</summary>
    public required double Min { get; init; }

    /// <summary>Largest element; NaN if any element is.</summary>
    public required double Max { get; init; }

    /// <summary>Share of elements that are exactly ±0.</summary>
    public required double ZeroFraction { get; init; }

    /// <summary>Counts over bins, and what lies outside of them.</summary>
    public required Histogram Histogram { get; init; }
}

/// <summary>NumPy's histogram, with everything counted: Counts + Below + Above + NaN is the number of elements.</summary>
public sealed record Histogram
{
    /// <summary>Low end of the first bin, inclusive, in float64.</summary>
    public required double Low { get; init; }

    /// <summary>High end of the last bin, inclusive, in float64.</summary>
    public required double High { get; init; }

    /// <summary>Elements in each bin; one on an inner edge belongs to the bin on its right.</summary>
    public required ImmutableArray<long> Counts { get; init; }

    /// <summary>Elements below Low, −∞ included.</summary>
    public required long Below { get; init; }

    /// <summary>Elements above High, +∞ included.</summary>
    public required long Above { get; init; }

    /// <summary>Elements that are NaN.</summary>
    public required long NaN { get; init; }

    /// <summary>Elements that are −∞; also in Below.</summary>
    public required long NegativeInfinity { get; init; }

    /// <summary>Elements that are +∞; also in Above.</summary>
    public required long PositiveInfinity { get; init; }

    /// <summary>Elements that are exactly ±0; also in their bin.</summary>
    public required long Zeros { get; init; }

    /// <summary>Number of bins.</summary>
    public int Bins => Counts.Length;

    /// <summary>Edge i of the bins, 0 … Bins: i·((High − Low)/Bins) + Low, the last is High (np.linspace).</summary>
    public double Edge(int i) => i == Bins ? High : (i * ((High - Low) / Bins)) + Low;
}

/// <summary>
/// The split of z's variance V over batch i and units j. Definitions: docs/numerics.md. NaN where V is 0.
/// </summary>
/// <param name="UnitShare">Var_j(mean_i z_ij) / V: differences between units that no input changes.</param>
/// <param name="InputShare">Var_i(mean_j z_ij) / V: what all units do alike.</param>
/// <param name="ResidualShare">1 − UnitShare − InputShare.</param>
/// <param name="InputDriven">mean_j Var_i(z_ij) / V, computed directly and not as 1 − UnitShare (it can be 1e-13).</param>
/// <param name="UnitMeanStd">Standard deviation over units of their means over the batch.</param>
/// <param name="UnitStdMean">Mean over units of their standard deviations over the batch.</param>
public sealed record VarianceSplit(
    double UnitShare, double InputShare, double ResidualShare, double InputDriven, double UnitMeanStd, double UnitStdMean);
