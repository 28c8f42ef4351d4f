using System.Collections.Immutable;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// The statistics of a tensor as of the last Observe, overwritten by the next: what <c>experiment.Hidden5.Activation.Std</c> reads.
/// <see cref="ToStatistics"/> makes a copy that lasts.
/// </summary>
public sealed class ObservedTensor
{
    private readonly string _name;
    private readonly long[] _counts;
    private SpecialCounts _special;
    private (double Low, double High) _range;
    private bool _observed;
    private long _count;
    private double _mean, _std, _skewness, _kurtosis, _min, _max;

    internal ObservedTensor(string name, int bins)
    {
        _name = name;
        _counts = new long[bins + 2];
    }

    /// <summary>Number of elements.</summary>
    /// <exception cref="InvalidOperationException">Observe has not run yet; this holds for every property here.</exception>
    public long Count => Observed(_count);

    /// <summary>Arithmetic mean.</summary>
    public double Mean => Observed(_mean);

    /// <summary>Population standard deviation (ddof 0).</summary>
    public double Std => Observed(_std);

    /// <summary>Population skewness m₃ / m₂^1.5; NaN for a constant tensor.</summary>
    public double Skewness => Observed(_skewness);

    /// <summary>Population excess kurtosis m₄ / m₂² − 3; NaN for a constant tensor.</summary>
    public double ExcessKurtosis => Observed(_kurtosis);

    /// <summary>Smallest element; NaN if any element is.</summary>
    public double Min => Observed(_min);

    /// <summary>Largest element; NaN if any element is.</summary>
    public double Max => Observed(_max);

    /// <summary>Share of elements that are exactly ±0.</summary>
    public double ZeroFraction => Observed((double)_special.Zeros / _count);

    /// <summary>A copy of the counts over bins, and of what lies outside of them.</summary>
    public Histogram Histogram => Observed(this).ToHistogram();

    /// <summary>A copy that later runs do not change.</summary>
    public TensorStatistics ToStatistics() => new()
    {
        Count = Count,
        Mean = Mean,
        Std = Std,
        Skewness = Skewness,
        ExcessKurtosis = ExcessKurtosis,
        Min = Min,
        Max = Max,
        ZeroFraction = ZeroFraction,
        Histogram = Histogram,
    };

    /// <summary>Where counts go: below, the bins, above.</summary>
    internal Span<long> Counts => _counts;

    /// <summary>
    /// Takes what was measured. NaN of any sign and payload becomes the one NaN, and a zero extreme +0, so that bits depend on values
    /// alone.
    /// </summary>
    internal void Set(in Moments moments, double min, double max, (double Low, double High) range, SpecialCounts special)
    {
        (_count, _range, _special) = ((long)moments.Count, range, special);
        var finite = special.NaN + special.NegativeInfinity + special.PositiveInfinity == 0;
        _mean = finite ? Plain(moments.Mean) : MeanWithout(special);
        _std = finite ? Plain(moments.Std) : double.NaN;
        _skewness = finite ? Plain(moments.Skewness) : double.NaN;
        _kurtosis = finite ? Plain(moments.ExcessKurtosis) : double.NaN;
        _min = special.NaN > 0 ? double.NaN : min + 0.0;
        _max = special.NaN > 0 ? double.NaN : max + 0.0;
        _observed = true;
    }

    private static double Plain(double value) => double.IsNaN(value) ? double.NaN : value;

    private static double MeanWithout(SpecialCounts special) => special switch
    {
        { NaN: 0, NegativeInfinity: 0 } => double.PositiveInfinity,
        { NaN: 0, PositiveInfinity: 0 } => double.NegativeInfinity,
        _ => double.NaN,
    };

    private Histogram ToHistogram() => new()
    {
        Low = _range.Low,
        High = _range.High,
        Counts = ImmutableArray.Create(_counts.AsSpan(1, _counts.Length - 2)),
        Below = _counts[0],
        Above = _counts[^1],
        NaN = _special.NaN,
        NegativeInfinity = _special.NegativeInfinity,
        PositiveInfinity = _special.PositiveInfinity,
        Zeros = _special.Zeros,
    };

    private TValue Observed<TValue>(TValue value) =>
        _observed
            ? value
            : throw new InvalidOperationException($"The {_name} have not been observed yet: call Run, or Draw, Forward and Observe.");
}
