using System.Collections.Immutable;
using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Data;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Diagnostics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Results;
using FanIn.Runtime.Statistics;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Training;

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
    private readonly List<ILayer> _layers = [];
    private readonly VectorWidth _width;
    private readonly int _blockCount;
    private readonly List<BlockedMatrix<T>> _outputs = [];
    private readonly DiagnosticTools<T>? _diagnostics;
    private readonly JacobianProbes<T>? _jacobian;
    private Trainer<T>? _trainer;
    private bool _disposed;

    /// <summary>Sets the experiment up; its buffers are allocated here and by AddDense, once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stream does not take the seed, or threads is below 1.</exception>
    protected Experiment(ExperimentDefinition definition, Seed seed, RandomStream stream, int threads)
        : this(definition, seed, stream, threads, VectorWidths.Preferred)
    {
    }

    /// <summary>As the other, with vectors of a given width.</summary>
    internal Experiment(ExperimentDefinition definition, Seed seed, RandomStream stream, int threads, VectorWidth width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        (_definition, Seed, Stream, _width) = (definition, seed, stream, width);
        Settings = new(definition);
        _source = DrawSource.Create(stream, seed);
        Rehearsal<T>.Begin(_source, width);
        _team = new(threads);
        _draw = new(_source, _team, longestRow: definition.Features);
        _observer = new(_team, width, Capacity(definition), MostBins(definition));
        _memory = new(definition);
        _blocks = new(ForwardBlock);
        _outputs.Add(_memory.Input(definition.Features));
        Input = new(_outputs[0], "input", _draw);
        _blockCount = _outputs[0].Blocks;
        _back = definition.HasBackward ? new(definition, _memory, _team, _draw, width) : null;
        _diagnostics = definition.Diagnostics == DiagnosticGroups.None ? null : new(definition, _outputs[0], _team, _observer, width);
        _jacobian = definition.Diagnostics.HasFlag(DiagnosticGroups.Jacobian) ? new(definition, Back, seed, _team) : null;
        _sendBack = SendBack;
        _backward = _back is null ? null : new(_team, _blockCount, definition.Layers.Count, _back.CompleteParameters);
    }

    ExperimentDefinition IExperiment.Definition => _definition;

    /// <inheritdoc/>
    public Seed Seed { get; }

    /// <inheritdoc/>
    public RandomStream Stream { get; }

    /// <inheritdoc/>
    public ExperimentSettings Settings { get; }

    /// <summary>The input x, Batch × Features.</summary>
    public InputLayer<T> Input { get; }

    private bool IsObserved => _layers.All(layer => layer.IsObserved);

    /// <summary>Elements of memory that input, activations and pre-activations take.</summary>
    internal long ActivationElements => _memory.Elements;

    /// <summary>
    /// Adds the next dense layer, fed by the one before (the first by the input); its numbers come from the definition's next layer.
    /// </summary>
    /// <exception cref="InvalidOperationException">The definition has no further layer; this holds for every kind.</exception>
    protected DenseLayer<T, TActivation> AddDense<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => Add(new DenseLayer<T, TActivation>(NextLayer(), activation));

    /// <summary>Adds the next layer, an activation of its own.</summary>
    protected ActivationLayer<T, TActivation> AddActivation<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => Add(new ActivationLayer<T, TActivation>(NextLayer(), activation));

    /// <summary>Adds the next layer, which normalises each sample over its units.</summary>
    protected LayerNorm<T> AddLayerNorm(double epsilon) => Add(new LayerNorm<T>(NextLayer(), epsilon));

    /// <summary>Adds the next layer, which scales each sample to a mean square of 1.</summary>
    protected RmsNorm<T> AddRmsNorm(double epsilon) => Add(new RmsNorm<T>(NextLayer(), epsilon));

    /// <summary>Adds the next layer, which normalises each unit over the batch.</summary>
    protected BatchNorm<T> AddBatchNorm(double epsilon) => Add(new BatchNorm<T>(NextLayer(), epsilon));

    /// <summary>Adds the next layer, which drops elements.</summary>
    protected DropoutLayer<T> AddDropout() => Add(new DropoutLayer<T>(NextLayer()));

    /// <summary>Adds the next layer, which adds the branch before it to what entered the branch.</summary>
    protected ResidualLayer<T> AddResidual(double scale) => Add(new ResidualLayer<T>(NextLayer(), scale));

    /// <summary>Adds the training, when all layers are there.</summary>
    /// <param name="loss">What is minimised.</param>
    /// <param name="data">Gives the samples, from a seed where they are drawn.</param>
    /// <exception cref="DataException">There are no such samples, or they do not fit; the experiment is disposed then.</exception>
    protected Trainer<T, TOptimizer> AddTrainer<TOptimizer>(LossFunction loss, Func<ulong, LabelledData> data)
        where TOptimizer : struct, IOptimizer
    {
        try
        {
            var trainer = new Trainer<T, TOptimizer>(new()
            {
                Experiment = _definition,
                Seed = Seed,
                Loss = loss,
                Samples = new(data(Seed.ForPhilox), _definition, Seed),
                Input = _outputs[0],
                Output = _outputs[^1],
                Gradient = Back.Of(_layers.Count),
                Parameters = [.. _layers.Cast<Layer<T>>().SelectMany(layer => layer.Trained)],
                Width = _width,
                Forward = Forward,
                Backward = Backward,
                Observe = Observe,
                Layers = LayerResults,
                Sketch = () => NetworkSketches.Untrained(
                    _definition, SampleMoments.Of(_outputs[0]), _layers, SampleMoments.OfGradient(Back.Of(_layers.Count), _outputs[^1])),
            });
            _trainer = trainer;
            return trainer;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Puts the stream back to its start. Emitted as the first statement of Draw.</summary>
    /// <exception cref="SettingException">What is set does not go together.</exception>
    protected void RestartStream()
    {
        Settings.Hold();
        _source.Restart();
    }

    /// <summary>The value of a number that can be set: the one that it was set to, or else the file's.</summary>
    /// <param name="name">Its full name, with the layer's number.</param>
    /// <param name="standard">The file's value.</param>
    /// <exception cref="SettingException">The file's formula gives none that is allowed with what is set.</exception>
    protected double Setting(string name, double standard) => Settings.Value(name, standard);

    /// <summary>
    /// Sends blocks of rows through the whole network, one block after the other, shared among the threads (depth first).
    /// </summary>
    protected void ForEachBlock() => RunBlocks(null);

    /// <summary>Emitted for depth-first experiments: all layers for one block of rows.</summary>
    protected virtual void ForwardBlock(int block) => throw new NotSupportedException("This experiment goes layer by layer.");

    /// <summary>Emitted for layer-by-layer experiments: one layer for all blocks, shared among the threads.</summary>
    protected void ForEachBlock(ILayer layer)
    {
        layer.BeginForward();
        RunBlocks(layer);
    }

    /// <inheritdoc/>
    public void CollectFor(FigureNeeds needs)
    {
        foreach (var layer in _layers)
            layer.CollectFor(needs | _definition.Show.Needs());
    }

    /// <inheritdoc/>
    public abstract void Draw();

    /// <inheritdoc/>
    public abstract void Forward();

    /// <inheritdoc/>
    public void Train(CancellationToken cancellation = default) => _trainer?.Run(cancellation);

    /// <inheritdoc/>
    public abstract void Observe();

    /// <inheritdoc/>
    public ExperimentResult Run()
    {
        Draw();
        Train();
        Forward();
        Backward();
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
            Settings = Settings.Drawn,
            Layers = LayerResults(),
            InputGradients = _back?.InputStatistics.ToStatistics(),
            Training = _trainer?.ToResult(),
            Sketch = _trainer is null
                ? NetworkSketches.Of(_definition, Input.Drawn, _layers, _back?.Upstream.Drawn)
                : NetworkSketches.Trained(_definition),
        }
        : throw new InvalidOperationException($"{_definition.Id} has not been observed yet: call Run, or Draw, Forward and Observe.");

    /// <inheritdoc/>
    public IReadOnlyList<ExpectationFailure> CheckExpectations() =>
        ExpectationCheck.Failures(IsObserved && _trainer?.IsDone != false ? ToResult() : Run());

    /// <summary>Ends the threads and frees the tensors; results and what was copied out stay.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _team.Dispose();
        _memory.Dispose();
        _back?.Dispose();
        _diagnostics?.Dispose();
        _jacobian?.Dispose();
        (_trainer as IDisposable)?.Dispose();
        foreach (var layer in _layers)
            layer.Free();
    }

    private static ReductionCapacity Capacity(ExperimentDefinition definition)
    {
        var capacity = default(ReductionCapacity).Include(series: 1, definition.Batch);
        if (definition.HasBackward || definition.Diagnostics.HasFlag(DiagnosticGroups.Linearity))
            capacity = capacity.Include(definition.Features, definition.Batch);
        foreach (var layer in definition.Layers)
        {
            capacity = capacity.Include(layer.FanOut, definition.Batch);
            if ((definition.Weights ?? definition.WeightGradients) is not null && layer.Kind == LayerDefinition.Dense)
                capacity = capacity.Include(layer.FanIn, layer.FanOut);
        }

        return capacity;
    }

    private ImmutableArray<LayerResult> LayerResults() => GradientRatios.Complete([.. _layers.Select(layer => layer.ToResult())]);

    private LayerSetup<T> NextLayer()
    {
        if (_layers.Count == _definition.Layers.Count)
            throw new InvalidOperationException($"{_definition.Id} defines {_layers.Count} layers, not more.");
        var skipped = _definition.Layers[_layers.Count].Skip is { } skip ? _outputs[skip] : null;
        return new(
            _definition, _layers.Count, _outputs[^1], skipped, _back?.ThroughLayer(_layers.Count), _memory, _draw, Seed, _team, _observer,
            _diagnostics, _width);
    }

    private TLayer Add<TLayer>(TLayer layer)
        where TLayer : Layer<T>
    {
        _layers.Add(layer);
        _outputs.Add(layer.Output);
        ((ILayer)layer).CollectFor(_definition.Show.Needs());
        return layer;
    }

    private static int MostBins(ExperimentDefinition definition)
    {
        HistogramDefinition?[] histograms =
            [definition.Activations, definition.PreActivations, definition.Weights, definition.Gradients, definition.WeightGradients];
        return Math.Max(FigureCollector<T>.MostBins, histograms.Max(histogram => histogram?.Bins ?? 0));
    }

    private void RunBlocks(ILayer? layer)
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
