using System.Numerics;
using FanIn.Runtime.Initialisation;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Statistics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Layers;

/// <summary>A layer's weights (FanIn × FanOut, row-major to their user, x W) or its bias (1 × FanOut).</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed unsafe partial class Parameter<T> : IDrawTarget, IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NativeBuffer<T> _buffer;
    private readonly TensorDraw _draw;
    private readonly TensorKey _tensor;
    private readonly TensorKey _choice;
    private readonly PackedWeights<T>? _packed;

    internal Parameter(int rows, int columns, string path, TensorDraw draw, PackedWeights<T>? packed = null)
    {
        (Rows, Columns, _draw, _packed) = (rows, columns, draw, packed);
        _tensor = TensorKey.Of(path);
        _choice = TensorKey.Of($"{path}/zeros");
        _buffer = new((long)rows * columns);
    }

    /// <summary>FanIn for weights, 1 for a bias.</summary>
    public int Rows { get; }

    /// <summary>FanOut.</summary>
    public int Columns { get; }

    /// <summary>The numbers, row-major. Who uses them keeps this object alive for so long.</summary>
    internal T* Pointer => _buffer.Pointer;

    /// <summary>The numbers once more, as the dense kernels like to read them; null where they don't.</summary>
    internal T* Packed => _packed is null ? null : _packed.Pointer;

    /// <summary>What it was last drawn with.</summary>
    internal DrawnNumbers Drawn { get; private set; } = DrawnNumbers.Copied;

    /// <summary>As reductions see it: rows are the series.</summary>
    internal TensorView<T> View() => TensorView<T>.OfRows(Pointer, Rows, Columns);

    long IDrawTarget.Count => (long)Rows * Columns;

    int IDrawTarget.SliceLength => TensorDraw.SliceLimit;

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

    /// <summary>Takes the user's own numbers, row-major, between Draw and Forward.</summary>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void CopyFrom(ReadOnlySpan<T> rowMajor)
    {
        if (rowMajor.Length != (long)Rows * Columns)
            throw new ArgumentException($"The tensor has {Rows} × {Columns} elements, not {rowMajor.Length}.", nameof(rowMajor));
        Drawn = DrawnNumbers.Copied;
        rowMajor.CopyTo(new Span<T>(Pointer, rowMajor.Length));
        _packed?.Take(Pointer, 0, rowMajor.Length);
        GC.KeepAlive(this);
    }

    /// <summary>To be called when somebody has changed what is behind <see cref="Pointer"/>.</summary>
    internal void Changed()
    {
        _packed?.Take(Pointer, 0, Rows * Columns);
        GC.KeepAlive(this);
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

    /// <summary>As a type of your own fills it.</summary>
    public void Draw(IInitialiser initialiser)
    {
        Drawn = DrawnNumbers.Own;
        _draw.Own(this, _tensor, Rows, Columns, initialiser);
    }

    void IDrawTarget.Write(long first, Span<double> values)
    {
        Narrowing.Round(values, new Span<T>(Pointer + first, values.Length));
        _packed?.Take(Pointer, first, values.Length);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    void IDisposable.Dispose()
    {
        _buffer.Dispose();
        _packed?.Dispose();
    }
}
