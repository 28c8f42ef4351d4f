using System.Numerics;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Layers;

/// <summary>The gradient of a layer's weights (FanIn × FanOut, row-major) or of its bias (1 × FanOut), as of the last Backward.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed unsafe class ParameterGradient<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NativeBuffer<T> _buffer;

    internal ParameterGradient(int rows, int columns) => (Rows, Columns, _buffer) = (rows, columns, new((long)rows * columns));

    /// <summary>FanIn for weights, 1 for a bias.</summary>
    public int Rows { get; }

    /// <summary>FanOut.</summary>
    public int Columns { get; }

    /// <summary>The numbers, row-major. Who uses them keeps this object alive for so long.</summary>
    internal T* Pointer => _buffer.Pointer;

    /// <summary>Element (row, column).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    /// <exception cref="ObjectDisposedException">The experiment is disposed.</exception>
    public T this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Columns);
            var value = Pointer[((long)row * Columns) + column];
            GC.KeepAlive(this);
            return value;
        }
    }

    /// <summary>Copies the numbers out, row-major.</summary>
    /// <exception cref="ArgumentException">There is not room for all.</exception>
    public void CopyTo(Span<T> rowMajor)
    {
        if (rowMajor.Length < (long)Rows * Columns)
            throw new ArgumentException($"{Rows} × {Columns} elements do not fit into {rowMajor.Length}.", nameof(rowMajor));
        new ReadOnlySpan<T>(Pointer, Rows * Columns).CopyTo(rowMajor);
        GC.KeepAlive(this);
    }

    /// <summary>As reductions see it: rows are the series.</summary>
    internal TensorView<T> View() => TensorView<T>.OfRows(Pointer, Rows, Columns);

    /// <inheritdoc/>
    void IDisposable.Dispose() => _buffer.Dispose();
}
