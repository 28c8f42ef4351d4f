using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Diagnostics;

/// <summary>
/// A tensor in float64 with the mean of each unit taken away, times a power of two that brings its spread near 1, so that no product of
/// squares under- or overflows. A spread whose own square does, as of values below 1e-160, counts as none, as it does in every std.
/// </summary>
/// <typeparam name="T">The tensor's dtype.</typeparam>
/// <param name="rows">Samples.</param>
/// <param name="widest">Units of the widest tensor.</param>
/// <param name="observer">Finds the means.</param>
/// <param name="width">Of the vectors.</param>
internal sealed unsafe class CentredSamples<T>(int rows, int widest, TensorObserver<T> observer, VectorWidth width) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NativeBuffer<double> _buffer = new(BlockedMatrix<double>.SizeFor(rows, widest));
    private readonly BlockedMatrix<double>?[] _matrices = new BlockedMatrix<double>?[widest + 1];

    /// <summary>Sum of all squares; 0 for a tensor that no input changes, NaN where an element is not finite.</summary>
    public double SumOfSquares { get; private set; }

    /// <summary>Makes ready for tensors of so many units: <see cref="Take"/> then allocates nothing.</summary>
    public void Prepare(int units) => _matrices[units] ??= new(_buffer, rows, units);

    /// <summary>Takes a tensor.</summary>
    /// <returns>The centred samples, good until the next tensor is taken.</returns>
    public BlockedMatrix<double> Take(BlockedMatrix<T> source)
    {
        var target = _matrices[source.Units]!;
        var units = observer.MomentsOf(source.View());
        var most = 0.0;
        foreach (ref readonly var unit in units)
            most = unit.M2 > most || double.IsNaN(unit.M2) ? unit.M2 : most;
        var scale = PowerOfTwo.Near(Math.Sqrt(most / rows));
        for (var unit = 0; unit < units.Length; unit++)
            Centre(source, target, unit, units[unit], scale);
        SumOfSquares = MeanSquare.Of(target.View(), width) * target.View().Count;
        GC.KeepAlive(source);
        return target;
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Centre(BlockedMatrix<T> source, BlockedMatrix<double> target, int unit, in Moments moments, double scale)
    {
        for (int row = 0, count; row < source.Rows; row += count)
        {
            var (block, within) = Math.DivRem(row, source.BlockRows);
            var (targetBlock, targetWithin) = Math.DivRem(row, target.BlockRows);
            count = Math.Min(Math.Min(source.BlockRows - within, target.BlockRows - targetWithin), source.Rows - row);
            var from = source.Block(block) + ((nint)unit * source.BlockRows) + within;
            var to = target.Block(targetBlock) + ((nint)unit * target.BlockRows) + targetWithin;
            for (var i = 0; i < count; i++)
                to[i] = (WideLanes.Number(from + i) - moments.Shift - moments.Offset) * scale;
        }
    }
}
