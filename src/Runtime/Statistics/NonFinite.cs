using System.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>What is not finite in a tensor, and the extremes of what is.</summary>
/// <param name="NaN">Number of NaN.</param>
/// <param name="NegativeInfinity">Number of −∞.</param>
/// <param name="PositiveInfinity">Number of +∞.</param>
/// <param name="Low">Smallest finite element; +∞ when there is none.</param>
/// <param name="High">Largest finite element; −∞ when there is none.</param>
internal readonly record struct NonFinite(long NaN, long NegativeInfinity, long PositiveInfinity, double Low, double High)
{
    /// <summary>Looks at every element.</summary>
    public static unsafe NonFinite In<T>(in TensorView<T> view)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (nan, negative, positive) = (0L, 0L, 0L);
        var (low, high) = (T.PositiveInfinity, T.NegativeInfinity);
        for (var chunk = 0; chunk < view.Chunks; chunk++)
        {
            for (var series = 0; series < view.Series; series++)
            {
                foreach (var value in new ReadOnlySpan<T>(view.Chunk(series, chunk), view.LengthOf(chunk)))
                {
                    if (T.IsFinite(value))
                    {
                        low = value < low ? value : low;
                        high = value > high ? value : high;
                        continue;
                    }

                    nan += T.IsNaN(value) ? 1 : 0;
                    negative += T.IsNegativeInfinity(value) ? 1 : 0;
                    positive += T.IsPositiveInfinity(value) ? 1 : 0;
                }
            }
        }

        return new(nan, negative, positive, double.CreateTruncating(low), double.CreateTruncating(high));
    }
}
