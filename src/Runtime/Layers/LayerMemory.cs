using System.Numerics;

namespace FanIn.Runtime.Layers;

/// <summary>
/// Where layers put their activations and pre-activations. With <c>keep: all</c> each has memory of its own; with <c>keep: last</c> two
/// buffers take turns for the activations, and one serves every layer's pre-activations.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="rows">Samples of the batch.</param>
/// <param name="widest">Units of the widest layer.</param>
/// <param name="keepAll">Whether every layer is kept.</param>
internal sealed class LayerMemory<T>(int rows, int widest, bool keepAll) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly List<NativeBuffer<T>> _buffers = [];
    private readonly NativeBuffer<T>?[] _turns = new NativeBuffer<T>?[2];
    private NativeBuffer<T>? _scratch;

    /// <summary>Elements allocated so far.</summary>
    public long Elements { get; private set; }

    /// <summary>The input's memory, never shared: it stays for another Forward.</summary>
    public BlockedMatrix<T> Input(int features) => new(Allocate(features), rows, features);

    /// <summary>A layer's z.</summary>
    /// <param name="layer">From 0.</param>
    /// <param name="units">Its units.</param>
    public BlockedMatrix<T> Activations(int layer, int units) =>
        new(keepAll ? Allocate(units) : _turns[layer % 2] ??= Allocate(widest), rows, units);

    /// <summary>A layer's a.</summary>
    public BlockedMatrix<T> PreActivations(int units) => new(keepAll ? Allocate(units) : _scratch ??= Allocate(widest), rows, units);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var buffer in _buffers)
            buffer.Dispose();
    }

    private NativeBuffer<T> Allocate(int units)
    {
        var size = BlockedMatrix<T>.SizeFor(rows, units);
        var buffer = new NativeBuffer<T>(size);
        Elements += size;
        _buffers.Add(buffer);
        return buffer;
    }
}
