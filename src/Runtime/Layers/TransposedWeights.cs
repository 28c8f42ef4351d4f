using System.Numerics;
using FanIn.Runtime.Kernels;

namespace FanIn.Runtime.Layers;

/// <summary>
/// Wᵀ, FanOut × FanIn, as the dense kernels like to read it: the way back, dz = da Wᵀ, is a dense product of its own. Made anew for each
/// backward pass, since W may have changed.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class TransposedWeights<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Parameter<T> _weights;
    private readonly NativeBuffer<T> _buffer;
    private readonly int _tileUnits;

    /// <summary>For a layer's weights and a batch of so many samples.</summary>
    public TransposedWeights(Parameter<T> weights, int batch, VectorWidth width)
    {
        _weights = weights;
        _buffer = new((long)weights.Rows * weights.Columns);
        var packed = DenseTiling.PackedUnits<T>(batch, weights.Rows, width);
        (_tileUnits, IsPacked) = (packed ?? weights.Rows, packed is not null);
    }

    /// <summary>Whether they lie in tiles, <c>[tile of units][k][units of the tile]</c>; otherwise row-major, as one tile.</summary>
    public bool IsPacked { get; }

    /// <summary>The numbers.</summary>
    public T* Pointer => _buffer.Pointer;

    /// <summary>Takes over W as it is now.</summary>
    public void Refresh()
    {
        var (units, length) = (_weights.Rows, _weights.Columns);
        for (var unit = 0; unit < units; unit += _tileUnits)
        {
            var tile = Math.Min(_tileUnits, units - unit);
            var offset = (long)unit * length;
            Transposition.Copy(_weights.Pointer + offset, length, Pointer + offset, tile, tile, length);
        }

        GC.KeepAlive(_weights);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();
}
