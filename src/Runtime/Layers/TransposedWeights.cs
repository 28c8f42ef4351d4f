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
    private readonly NativeBuffer<T>? _rows;
    private readonly NativeBuffer<T>? _tiles;
    private readonly int _tileUnits;

    /// <summary>For a layer's weights and a batch of so many samples.</summary>
    public TransposedWeights(Parameter<T> weights, int batch, VectorWidth width)
    {
        _weights = weights;
        var packed = DenseTiling.PackedUnits<T>(batch, weights.Rows, width);
        _tileUnits = packed ?? weights.Rows;
        if (packed is not null)
            _tiles = new((long)weights.Rows * weights.Columns);
        if (packed is null || DenseTiling.LeavesSamples<T>(batch, width))
            _rows = new((long)weights.Rows * weights.Columns);
    }

    /// <summary>Wᵀ in tiles, <c>[tile of units][k][units of the tile]</c>; null where no kernel wants it so.</summary>
    public T* Tiles => _tiles is null ? null : _tiles.Pointer;

    /// <summary>Wᵀ row-major; where no sample is left over from the tiles, the tiles once more, of which nobody reads these.</summary>
    public T* Rows => (_rows ?? _tiles)!.Pointer;

    /// <summary>Takes over W as it is now.</summary>
    public void Refresh()
    {
        if (_rows is not null)
            Transpose(_rows.Pointer, _weights.Rows);
        if (_tiles is not null)
            Transpose(_tiles.Pointer, _tileUnits);
        GC.KeepAlive(_weights);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows?.Dispose();
        _tiles?.Dispose();
    }

    private void Transpose(T* target, int tileUnits)
    {
        var (units, length) = (_weights.Rows, _weights.Columns);
        for (var unit = 0; unit < units; unit += tileUnits)
        {
            var tile = Math.Min(tileUnits, units - unit);
            var offset = (long)unit * length;
            Transposition.Copy(_weights.Pointer + offset, length, target + offset, tile, tile, length);
        }
    }
}
