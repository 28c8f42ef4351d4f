using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Layers;

/// <summary>
/// A batch of samples, Rows × Units, row-major to its user. Inside it lies in blocks of up to 40 samples (float64) or 80 (float32), each
/// <c>[unit][sample]</c>: so that vectors run over samples, and a block goes through a whole network without leaving the cache. The last
/// block is filled up; what it is filled with is never read out or counted.
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed unsafe class BlockedMatrix<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NativeBuffer<T> _buffer;

    /// <summary>A matrix on memory that may be shared with others that are not in use at the same time.</summary>
    internal BlockedMatrix(NativeBuffer<T> buffer, int rows, int units) =>
        (_buffer, Rows, Units, BlockRows) = (buffer, rows, units, DenseTiling.BlockRows<T>(rows));

    /// <summary>Samples of the batch.</summary>
    public int Rows { get; }

    /// <summary>Units of the layer, or features of the input.</summary>
    public int Units { get; }

    /// <summary>Samples of a block.</summary>
    internal int BlockRows { get; }

    /// <summary>Number of blocks.</summary>
    internal int Blocks => BlocksFor(Rows, BlockRows);

    /// <summary>A matrix of as many units or fewer on the same memory.</summary>
    internal BlockedMatrix<T> WithUnits(int units) => new(_buffer, Rows, units);

    /// <summary>Element (row, unit).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or unit.</exception>
    /// <exception cref="ObjectDisposedException">The experiment is disposed.</exception>
    public T this[int row, int unit]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfNegative(unit);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Units);
            var value = *At(row, unit);
            GC.KeepAlive(_buffer);
            return value;
        }
    }

    /// <summary>Copies the matrix out, row-major.</summary>
    /// <param name="rowMajor">Room for Rows × Units elements.</param>
    /// <exception cref="ArgumentException">It is too short.</exception>
    /// <exception cref="ObjectDisposedException">The experiment is disposed.</exception>
    public void CopyTo(Span<T> rowMajor)
    {
        if (rowMajor.Length < (long)Rows * Units)
            throw new ArgumentException($"{Rows} × {Units} elements do not fit into {rowMajor.Length}.", nameof(rowMajor));
        for (var row = 0; row < Rows; row++)
        {
            var source = At(row, 0);
            foreach (ref var element in rowMajor.Slice(row * Units, Units))
            {
                element = *source;
                source += BlockRows;
            }
        }

        GC.KeepAlive(_buffer);
    }

    /// <summary>Elements of memory that a matrix needs.</summary>
    internal static long SizeFor(int rows, int units)
    {
        var blockRows = DenseTiling.BlockRows<T>(rows);
        return (long)BlocksFor(rows, blockRows) * blockRows * units;
    }

    /// <summary>Samples of a block that exist.</summary>
    internal int RowsOf(int block) => Math.Min(BlockRows, Rows - (block * BlockRows));

    /// <summary>A block: [unit][sample].</summary>
    internal T* Block(int block) => _buffer.Pointer + ((long)block * BlockRows * Units);

    /// <summary>As reductions see it: units are the series.</summary>
    internal TensorView<T> View() =>
        new((nint)_buffer.Pointer, Units, Rows, BlocksFor(BlockRows, TensorView<T>.ChunkLength), (long)BlockRows * Units, BlockRows);

    /// <summary>Writes rows, row-major, four at a time where they share a block: their numbers lie side by side there.</summary>
    internal void SetRows(int row, ReadOnlySpan<T> rowMajor)
    {
        fixed (T* first = rowMajor)
        {
            var left = rowMajor.Length / Units;
            for (var source = first; left > 0;)
            {
                var rows = left >= 4 && (row % BlockRows) + 4 <= BlockRows ? 4 : 1;
                if (rows == 4)
                    SetFourRows(At(row, 0), source);
                else
                    SetOneRow(At(row, 0), source);
                (row, left) = (row + rows, left - rows);
                source += (nint)rows * Units;
            }
        }

        GC.KeepAlive(_buffer);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetFourRows(T* target, T* source)
    {
        nint units = Units;
        for (var end = source + units; source < end; source++, target += BlockRows)
        {
            target[0] = source[0];
            target[1] = source[units];
            target[2] = source[2 * units];
            target[3] = source[3 * units];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetOneRow(T* target, T* source)
    {
        for (var end = source + Units; source < end; source++, target += BlockRows)
            *target = *source;
    }

    private static int BlocksFor(int rows, int blockRows) => (rows + blockRows - 1) / blockRows;

    private T* At(int row, int unit)
    {
        var (block, within) = Math.DivRem(row, BlockRows);
        return Block(block) + ((long)unit * BlockRows) + within;
    }
}
