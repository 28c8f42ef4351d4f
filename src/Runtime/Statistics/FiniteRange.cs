using System.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>The extremes of a tensor's finite elements, for tensors that also have others.</summary>
internal static unsafe class FiniteRange
{
    /// <summary>Smallest and largest finite element; +∞ and −∞ when there is none.</summary>
    public static (double Low, double High) Of<T>(in TensorView<T> view)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var chunk = 0; chunk < view.Chunks; chunk++)
        {
            for (var series = 0; series < view.Series; series++)
            {
                foreach (var value in new ReadOnlySpan<T>(view.Chunk(series, chunk), view.LengthOf(chunk)))
                {
                    if (T.IsFinite(value))
                        (low, high) = (Math.Min(low, double.CreateTruncating(value)), Math.Max(high, double.CreateTruncating(value)));
                }
            }
        }

        return (low, high);
    }
}
