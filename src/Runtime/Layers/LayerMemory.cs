using System.Numerics;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Layers;

/// <summary>
/// Where layers put their activations and pre-activations. With <c>keep: all</c> each has memory of its own. With <c>keep: last</c> the
/// activations take turns in as few buffers as hold what is still to be read: two, and one more for each nesting of residuals; one buffer
/// serves every layer's pre-activations.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed class LayerMemory<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ExperimentDefinition _experiment;
    private readonly int _widest;
    private readonly int[] _lastUse;
    private readonly List<NativeBuffer<T>> _buffers = [];
    private readonly List<(NativeBuffer<T> Buffer, int UsedUntil)> _turns = [];
    private NativeBuffer<T>? _scratch;
    private NativeBuffer<T>? _observed;

    /// <summary>The memory of an experiment's layers.</summary>
    public LayerMemory(ExperimentDefinition experiment)
    {
        _experiment = experiment;
        _widest = experiment.Layers.Max(layer => layer.FanOut);
        _lastUse = [.. Enumerable.Range(1, experiment.Layers.Count)];
        for (var i = 0; i < experiment.Layers.Count; i++)
        {
            if (experiment.Layers[i].Skip is > 0 and var skip)
                _lastUse[skip - 1] = Math.Max(_lastUse[skip - 1], i);
        }
    }

    /// <summary>Elements allocated so far.</summary>
    public long Elements { get; private set; }

    /// <summary>The input's memory, never shared: it stays for another Forward.</summary>
    public BlockedMatrix<T> Input(int features) => new(Allocate(features), _experiment.Batch, features);

    /// <summary>A layer's z; to be asked for in the layers' order.</summary>
    /// <param name="layer">From 0.</param>
    /// <param name="units">Its units.</param>
    public BlockedMatrix<T> Activations(int layer, int units) =>
        new(_experiment.KeepAll ? Allocate(units) : Turn(layer), _experiment.Batch, units);

    /// <summary>The gradient of a layer's z or a, or of the input.</summary>
    public BlockedMatrix<T> Gradient(int units) => new(Allocate(units), _experiment.Batch, units);

    /// <summary>Room for the gradient of any layer's output, or the input's.</summary>
    public BlockedMatrix<T> GradientScratch() => Gradient(Math.Max(_widest, _experiment.Features));

    /// <summary>A layer's a.</summary>
    public BlockedMatrix<T> PreActivations(int units) =>
        new(_experiment.KeepAll ? Allocate(units) : _scratch ??= Allocate(_widest), _experiment.Batch, units);

    /// <summary>Room for something of a layer that is computed to be observed; all layers share it.</summary>
    public BlockedMatrix<T> Scratch(int units) => new(_observed ??= Allocate(_widest), _experiment.Batch, units);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var buffer in _buffers)
            buffer.Dispose();
    }

    /// <summary>A buffer that no layer from this one on still reads.</summary>
    private NativeBuffer<T> Turn(int layer)
    {
        var free = _turns.FindIndex(turn => turn.UsedUntil < layer);
        if (free < 0)
        {
            free = _turns.Count;
            _turns.Add((Allocate(_widest), 0));
        }

        _turns[free] = (_turns[free].Buffer, _lastUse[layer]);
        return _turns[free].Buffer;
    }

    private NativeBuffer<T> Allocate(int units)
    {
        var size = BlockedMatrix<T>.SizeFor(_experiment.Batch, units);
        var buffer = new NativeBuffer<T>(size);
        Elements += size;
        _buffers.Add(buffer);
        return buffer;
    }
}
