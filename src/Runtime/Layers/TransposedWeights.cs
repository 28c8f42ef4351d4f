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
    private readonly NativeBuffer<T>? _plain;
    private readonly NativeBuffer<T>? _packed;
    private readonly int _tileUnits;

    /// <summary>For a layer's weights and a batch of so many samples.</summary>
    public TransposedWeights(Parameter<T> weights, int batch, VectorWidth width)
    {
        _weights = weights;
        var size = (long)weights.Rows * weights.Columns;
        if (DenseTiling.PackedUnits<T>(batch, weights.Rows, width) is { } units)
            (_tileUnits, _packed) = (units, new(size));
        if (_packed is null || DenseTiling.HasNarrowRest<T>(batch, width))
            _plain = new(size);
    }

    /// <summary>Wᵀ in tiles, <c>[tile of units][k][units of the tile]</c>; null where no kernel reads it so.</summary>
    public T* Packed => _packed is null ? null : _packed.Pointer;

    /// <summary>Wᵀ row-major; null where no kernel reads it so.</summary>
    public T* Plain => _plain is null ? null : _plain.Pointer;

    /// <summary>Takes over W as it is now.</summary>
    public void Refresh()
    {
        var (units, length) = (_weights.Rows, _weights.Columns);
        for (var unit = 0; _packed is not null && unit < units; unit += _tileUnits)
        {
            var tile = Math.Min(_tileUnits, units - unit);
            var offset = (long)unit * length;
            Transposition.Copy(_weights.Pointer + offset, length, Packed + offset, tile, tile, length);
        }

        if (_plain is not null)
            Transposition.Copy(_weights.Pointer, length, Plain, units, units, length);
        GC.KeepAlive(_weights);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _plain?.Dispose();
        _packed?.Dispose();
    }
}
