using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Diagnostics;

/// <summary>
/// The mean of cos(a_i, a_j) over all pairs of different samples, (‖Σ â_i‖² − N)/(N (N − 1)) with â_i = a_i/‖a_i‖: without a pass over
/// pairs. Samples of zeros have no direction: they are left out and counted.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="blockRows">Samples of a block.</param>
/// <param name="widest">Units of the widest layer.</param>
internal sealed unsafe class PairCosine<T>(int blockRows, int widest)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] _scales = new double[blockRows];
    private readonly double[] _squares = new double[blockRows];
    private readonly double[] _sums = new double[widest];

    /// <summary>Samples of zeros.</summary>
    public int ZeroRows { get; private set; }

    /// <summary>The mean cosine; NaN with fewer than two samples that have a direction.</summary>
    public double Of(BlockedMatrix<T> a)
    {
        ZeroRows = 0;
        var sums = _sums.AsSpan(0, a.Units);
        sums.Clear();
        for (var block = 0; block < a.Blocks; block++)
        {
            var rows = a.RowsOf(block);
            Norms(a.Block(block), a.Units, a.BlockRows, rows);
            for (var unit = 0; unit < sums.Length; unit++)
                sums[unit] = Add(a.Block(block) + ((nint)unit * a.BlockRows), rows, sums[unit]);
        }

        GC.KeepAlive(a);
        var square = 0.0;
        foreach (var sum in sums)
            square = Math.FusedMultiplyAdd(sum, sum, square);
        var count = (double)a.Rows - ZeroRows;
        return count >= 2 ? (square - count) / (count * (count - 1)) : double.NaN;
    }

    /// <summary>
    /// Puts 1/‖a_i‖ of a block's samples into the scales, 0 for zeros: the largest element comes to [1, 2) before it is squared.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Norms(T* block, int units, int stride, int rows)
    {
        var scales = _scales.AsSpan(0, rows);
        var squares = _squares.AsSpan(0, rows);
        scales.Clear();
        squares.Clear();
        for (var unit = 0; unit < units; unit++)
        {
            for (var i = 0; i < scales.Length; i++)
            {
                var size = Math.Abs(WideLanes.Number(block + ((nint)unit * stride) + i));
                scales[i] = size > scales[i] ? size : scales[i];
            }
        }

        for (var i = 0; i < scales.Length; i++)
            scales[i] = PowerOfTwo.Near(scales[i]);
        for (var unit = 0; unit < units; unit++)
        {
            for (var i = 0; i < scales.Length; i++)
            {
                var element = WideLanes.Number(block + ((nint)unit * stride) + i) * scales[i];
                squares[i] = Math.FusedMultiplyAdd(element, element, squares[i]);
            }
        }

        for (var i = 0; i < scales.Length; i++)
        {
            ZeroRows += squares[i] == 0 ? 1 : 0;
            scales[i] = squares[i] == 0 ? 0 : scales[i] / Math.Sqrt(squares[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Add(T* a, int rows, double sum)
    {
        var scales = _scales;
        for (var i = 0; i < rows; i++)
            sum = Math.FusedMultiplyAdd(WideLanes.Number(a + i), scales[i], sum);
        return sum;
    }
}
