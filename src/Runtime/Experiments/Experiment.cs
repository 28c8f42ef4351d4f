using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Results;
using FanIn.Runtime.Statistics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Experiments;

/// <summary>The base of every generated experiment.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>: the dtype of tensors and arithmetic.</typeparam>
public abstract partial class Experiment<T> : IExperiment
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ExperimentDefinition _definition;
    private readonly DrawSource _source;
    private readonly WorkerTeam _team;
    private readonly TensorDraw _draw;
    private readonly TensorObserver<T> _observer;
    private readonly LayerMemory<T> _memory;
    private readonly BlockWork _blocks;
    private readonly List<IDenseLayer> _layers = [];
    private readonly VectorWidth _width;
    private readonly int _blockCount;
    private BlockedMatrix<T> _last;
    private bool _disposed;

    /// <summary>Sets the experiment up; its buffers are allocated here and by AddDense, once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed does not fit the stream (numpy-legacy: below 2³²), or threads is below
    /// 1.</exception>
    protected Experiment(ExperimentDefinition definition, ulong seed, RandomStream stream, int threads)
        : this(definition, seed, stream, threads, VectorWidths.Preferred)
    {
    }

    /// <summary>As the other, with vectors of a given width.</summary>
    internal Experiment(ExperimentDefinition definition, ulong seed, RandomStream stream, int threads, VectorWidth width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (stream == RandomStream.NumpyLegacy && seed > uint.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(seed), seed, "A seed of numpy-legacy is below 2³² (4294967296).");
        (_definition, Seed, Stream, _width) = (definition, seed, stream, width);
        _source = DrawSource.Create(stream, seed);
        _team = new(threads);
        _draw = new(_source, _team, longestRow: definition.Features);
        _observer = new(_team, width, Capacity(definition), MostBins(definition));
        _memory = new(definition.Batch, definition.Layers.Max(layer => layer.FanOut), definition.KeepAll);
        _blocks = new(ForwardBlock);
        _last = _memory.Input(definition.Features);
        Input = new(_last, _draw);
        _blockCount = _last.Blocks;
    }

    ExperimentDefinition IExperiment.Definition => _definition;

    /// <inheritdoc/>
    public ulong Seed { get; }

    /// <inheritdoc/>
    public RandomStream Stream { get; }

    /// <summary>The input x, Batch × Features.</summary>
    public InputLayer<T> Input { get; }

    private bool IsObserved => _layers.All(layer => layer.IsObserved);

    /// <summary>Elements of memory that input, activations and pre-activations take.</summary>
    internal long ActivationElements => _memory.Elements;

    /// <summary>
    /// Adds the next dense layer, fed by the one before (the first by the input); its numbers come from the definition's next layer.
    /// </summary>
    /// <exception cref="InvalidOperationException">The definition has no further layer.</exception>
    protected DenseLayer<T, TActivation> AddDense<TActivation>(TActivation activation)
        where TActivation : struct, IActivation
    {
        if (_layers.Count == _definition.Layers.Count)
            throw new InvalidOperationException($"{_definition.Id} defines {_layers.Count} layers, not more.");
        var layer = new DenseLayer<T, TActivation>(new(_definition, _layers.Count, _last, _memory, _draw, _observer, _width), activation);
        _layers.Add(layer);
        _last = layer.Output;
        return layer;
    }

    /// <summary>Puts the stream back to its start. Emitted as the first statement of Draw.</summary>
    protected void RestartStream() => _source.Restart();

    /// <summary>
    /// Sends blocks of rows through the whole network, one block after the other, shared among the threads (depth first).
    /// </summary>
    protected void ForEachBlock() => RunBlocks(null);

    /// <summary>Emitted for depth-first experiments: all layers for one block of rows.</summary>
    protected virtual void ForwardBlock(int block) => throw new NotSupportedException("This experiment goes layer by layer.");

    /// <summary>Emitted for layer-by-layer experiments: one layer for all blocks, shared among the threads.</summary>
    protected void ForEachBlock(IDenseLayer layer) => RunBlocks(layer);

    /// <inheritdoc/>
    public abstract void Draw();

    /// <inheritdoc/>
    public abstract void Forward();

    /// <inheritdoc/>
    public abstract void Observe();

    /// <inheritdoc/>
    public ExperimentResult Run()
    {
        Draw();
        Forward();
        Observe();
        return ToResult();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Observe has not run yet.</exception>
    public ExperimentResult ToResult() => IsObserved
        ? new()
        {
            Definition = _definition,
            Stream = Stream,
            Seed = Seed,
            Layers = [.. _layers.Select(layer => layer.ToResult())],
        }
        : throw new InvalidOperationException($"{_definition.Id} has not been observed yet: call Run, or Draw, Forward and Observe.");

    /// <inheritdoc/>
    public IReadOnlyList<ExpectationFailure> CheckExpectations() =>
        ExpectationCheck.Failures(IsObserved ? ToResult() : Run());

    /// <summary>Ends the threads and frees the tensors; results and what was copied out stay.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _team.Dispose();
        _memory.Dispose();
        foreach (var layer in _layers)
            layer.Free();
    }

    private static ReductionCapacity Capacity(ExperimentDefinition definition)
    {
        var capacity = default(ReductionCapacity).Include(series: 1, definition.Batch);
        foreach (var layer in definition.Layers)
        {
            capacity = capacity.Include(layer.FanOut, definition.Batch);
            if (definition.Weights is not null)
                capacity = capacity.Include(layer.FanIn, layer.FanOut);
        }

        return capacity;
    }

    private static int MostBins(ExperimentDefinition definition) =>
        Math.Max(definition.Activations?.Bins ?? 0, Math.Max(definition.PreActivations?.Bins ?? 0, definition.Weights?.Bins ?? 0));

    private void RunBlocks(IDenseLayer? layer)
    {
        if (_blockCount == 1)       // a small net has no time to spend on the way
        {
            if (layer is null)
                ForwardBlock(0);
            else
                layer.Forward(0);
            return;
        }

        _blocks.Layer = layer;
        _team.Run(_blocks, _blockCount);
    }
}
