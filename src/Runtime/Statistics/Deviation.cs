using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// The population standard deviation of a row-major tensor in one pass: sums of the differences from its first element, and of their
/// squares, in 8 virtual lanes. Exactly 0 for a constant.
/// </summary>
internal static unsafe class Deviation
{
    /// <summary>√(mean(d²) − mean(d)²) with d = x − x₀.</summary>
    public static double Std<T>(in TensorView<T> view, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => width switch
        {
            VectorWidth.Bits512 => Std<T, Lanes512<double>>((T*)view.Data, view.Count),
            VectorWidth.Bits256 => Std<T, Lanes256<double>>((T*)view.Data, view.Count),
            VectorWidth.Bits128 => Std<T, Lanes128<double>>((T*)view.Data, view.Count),
            _ => Std<T, Lane<double>>((T*)view.Data, view.Count),
        };

    private static double Std<T, TVector>(T* data, long count)
        where T : unmanaged
        where TVector : struct, IVector<TVector, double>
    {
        var rows = stackalloc double[4 * LaneSums.Lanes];
        var sums = stackalloc double[4];
        new Span<double>(rows, 4 * LaneSums.Lanes).Clear();
        var whole = count / LaneSums.Lanes * LaneSums.Lanes;
        for (var lane = 0; lane < LaneSums.Lanes; lane += TVector.Count)
            Sum<T, TVector>(data, lane, whole, rows + lane, rows + LaneSums.Lanes + lane);
        for (var i = whole; i < count; i++)
        {
            var d = WideLanes.Number(data + i) - WideLanes.Number(data);
            rows[i - whole] += d;
            rows[LaneSums.Lanes + (i - whole)] = Math.FusedMultiplyAdd(d, d, rows[LaneSums.Lanes + (i - whole)]);
        }

        LaneSums.Halve<TVector>(rows, 4, sums);
        var mean = sums[0] / count;
        return Math.Sqrt(Math.Max(0, (sums[1] / count) - (mean * mean)));
    }

    /// <summary>Every eighth element from a lane on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sum<T, TVector>(T* data, int lane, long whole, double* differences, double* squares)
        where T : unmanaged
        where TVector : struct, IVector<TVector, double>
    {
        var origin = WideLanes.Broadcast<T, TVector>(data);
        var sum = TVector.Constant(0);
        var square = TVector.Constant(0);
        for (long i = lane; i < whole; i += LaneSums.Lanes)
        {
            var d = WideLanes.Load<T, TVector>(data + i) - origin;
            sum += d;
            square = TVector.FusedMultiplyAdd(d, d, square);
        }

        sum.Store(ref *differences);
        square.Store(ref *squares);
    }
}
