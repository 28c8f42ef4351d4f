using System.Numerics;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Diagnostics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Results;
using FanIn.Runtime.Statistics;
using FanIn.Runtime.Training;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Layers;

/// <summary>What layers of every kind have: an input, an output z, and its statistics.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public abstract unsafe class Layer<T> : ILayer
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Observation<T>? _statistics;
    private readonly Observation<T>? _gradientStatistics;
    private readonly double[] _unitMeans;
    private readonly double[] _first;
    private VarianceParts _split;
    private bool _observed;

    private protected Layer(LayerSetup<T> setup)
    {
        Setup = setup;
        Output = setup.Memory.Activations(setup.Index, setup.Layer.FanOut);
        _statistics = Observation<T>.For("activations", Name, setup.Experiment.Activations);
        _gradientStatistics = Observation<T>.For("gradients", Name, setup.Experiment.Gradients);
        Diagnosis = setup.Diagnostics is { } tools ? new(tools, isFirst: setup.Index == 0) : null;
        _unitMeans = new double[Output.Units];
        _first = new double[Math.Min(8, (long)Output.Rows * Output.Units)];
    }

    /// <inheritdoc/>
    public string Name => Setup.Layer.Name;

    /// <summary>z, Batch × FanOut.</summary>
    /// <exception cref="InvalidOperationException">The layer is not kept.</exception>
    public BlockedMatrix<T> Activations => Kept(Output, "activations");

    /// <summary>Statistics of z as of the last Observe.</summary>
    /// <exception cref="InvalidOperationException">Activations are not observed.</exception>
    public ObservedTensor Activation => (_statistics ?? throw NotObserved("activations", "activations")).Statistics;

    /// <summary>dz = dL/dz, Batch × FanOut, as of the last Backward.</summary>
    /// <exception cref="InvalidOperationException">The experiment has no backward pass.</exception>
    public BlockedMatrix<T> Gradients => Way.Output;

    /// <summary>Statistics of dz as of the last Observe.</summary>
    /// <exception cref="InvalidOperationException">The experiment has no backward pass.</exception>
    public ObservedTensor Gradient => (_gradientStatistics ?? throw NoBackward()).Statistics;

    /// <summary>z, whether or not it is kept: the next layer's input.</summary>
    internal BlockedMatrix<T> Output { get; }

    /// <summary>What training changes; only with a backward pass.</summary>
    internal virtual IEnumerable<TrainedParameter<T>> Trained => [];

    /// <summary>What the layer is built from.</summary>
    private protected LayerSetup<T> Setup { get; }

    /// <summary>What is collected for figures alone; null where nothing is.</summary>
    private protected FigureCollector<T>? Figures { get; private set; }

    /// <summary>What is measured besides moments and histograms; null where nothing is.</summary>
    private protected LayerDiagnosis<T>? Diagnosis { get; }

    /// <summary>Where the backward pass goes.</summary>
    private protected LayerGradients<T> Way => Setup.Gradients ?? throw NoBackward();

    /// <summary>Computes this layer for one block of rows. Emitted.</summary>
    public abstract void Forward(int block);

    /// <summary>Collects this layer's statistics. Emitted.</summary>
    public void Observe()
    {
        ObserveOwn();
        if (_statistics is not null)
        {
            _statistics.Observe(Setup.Observer, Output.View());
            Setup.Observer.UnitMeans(_unitMeans);
            _split = Setup.Observer.Split();
            for (var i = 0; i < _first.Length; i++)
                _first[i] = double.CreateTruncating(Output[i / Output.Units, i % Output.Units]);
        }

        _gradientStatistics?.Observe(Setup.Observer, Way.Output.View());
        Figures?.ObserveOutput(Output, _statistics?.Statistics);
        Diagnosis?.ObserveOutput(Output);
        _observed = true;
        GC.KeepAlive(this);
    }

    bool ILayer.IsObserved => _observed;

    void ILayer.CollectFor(FigureNeeds needs) => Figures = needs == FigureNeeds.None ? null : new(Setup, Output, needs);

    void ILayer.BeginForward() => BeginForward();

    void ILayer.BeginBackward() => BeginBackward();

    bool ILayer.NeedsWholeBatchBack => NeedsWholeBatchBack;

    bool ILayer.KeepsItsWay => KeepsItsWay;

    void ILayer.ReadWeights() => ReadWeights();

    void ILayer.BackwardWithin(int block)
    {
        BackwardWithin(block);
        GC.KeepAlive(this);
    }

    void ILayer.BackwardToInput(int block)
    {
        var input = Way.Input;
        var target = (Way.AddsToInput ? Way.Scratch : input).Block(block);
        BackwardToInput(block, target);
        if (Way.AddsToInput)
            Add(target, input.Block(block), input.BlockRows * input.Units);
        GC.KeepAlive(this);
    }

    void ILayer.EndBackward() => EndBackward();

    LayerResult ILayer.ToResult() => Describe(new()
    {
        Layer = Setup.Index + 1,
        Name = Name,
        Kind = Setup.Layer.Kind,
        Batch = Output.Rows,
        Units = Output.Units,
        Activations = _statistics?.ToStatistics(),
        Split = _statistics is null ? null : _split.ToSplit(),
        UnitMeans = _statistics is null ? [] : [.. _unitMeans],
        First = _statistics is null ? [] : [.. _first],
        Gradients = _gradientStatistics?.ToStatistics(),
        FigureData = Figures?.ToResult(),
        Diagnostics = Diagnosis?.ToResult() ?? LayerDiagnostics.None,
    });

    LayerSketch ILayer.ToSketch(IReadOnlyList<LayerSketch> branch) => Sketch(branch);

    void ILayer.SetJacobian(double mean, double spread) => Diagnosis?.SetJacobian(mean, spread);

    void ILayer.Free()
    {
        Diagnosis?.Free();
        Free();
    }

    /// <summary>The layer as theory needs it; a residual has a branch.</summary>
    private protected abstract LayerSketch Sketch(IReadOnlyList<LayerSketch> branch);

    /// <summary>What must be known of the whole batch before the first block.</summary>
    private protected virtual void BeginForward()
    {
    }

    /// <summary>What must be known before the first block goes back.</summary>
    private protected virtual void BeginBackward()
    {
    }

    /// <summary>Whether that is so on the way back: then the blocks of the layer behind must all be there.</summary>
    private protected virtual bool NeedsWholeBatchBack => false;

    /// <summary>
    /// Whether <see cref="BackwardToInput"/> gives the same as long as no other Backward has begun, whatever is drawn meanwhile.
    /// </summary>
    private protected virtual bool KeepsItsWay => false;

    /// <summary>Takes over, for the way back, weights that may have changed. Any thread may do it.</summary>
    private protected virtual void ReadWeights()
    {
    }

    /// <summary>What a block's way back does inside the layer, for its parameters.</summary>
    private protected virtual void BackwardWithin(int block)
    {
    }

    /// <summary>One block's way back to the layer before.</summary>
    /// <param name="block">The block.</param>
    /// <param name="target">Receives dL/dz of the input, [unit][sample].</param>
    private protected abstract void BackwardToInput(int block, T* target);

    /// <summary>What needs the whole batch on the way back.</summary>
    private protected virtual void EndBackward()
    {
    }

    /// <summary>target += source.</summary>
    private protected void Add(T* source, T* target, int count) =>
        VectorKernel.Run<T, ResidualKernel<T>>(new(target, source, target, count, T.One), Setup.Width);

    /// <summary>Collects the statistics that the kind has besides those of z.</summary>
    private protected virtual void ObserveOwn()
    {
    }

    /// <summary>Adds them to the result.</summary>
    private protected virtual LayerResult Describe(LayerResult result) => result;

    /// <summary>Frees what the kind has allocated.</summary>
    private protected virtual void Free()
    {
    }

    /// <summary>The matrix, if it is still there after a run.</summary>
    private protected BlockedMatrix<T> Kept(BlockedMatrix<T> matrix, string what) =>
        Setup.Experiment.KeepAll || Setup.Index == Setup.Experiment.Layers.Count - 1
            ? matrix
            : throw new InvalidOperationException($"The {what} of {Name} are not kept: write 'keep: all' in the YAML to read every layer.");

    /// <summary>For who asks for gradients that nobody computes.</summary>
    private protected InvalidOperationException NoBackward() =>
        new($"{Setup.Experiment.Id} has no backward pass: write 'backward: {{ upstream: normal }}' in the YAML.");

    /// <summary>For who asks for what nobody collected.</summary>
    private protected InvalidOperationException NotObserved(string what, string key) =>
        new($"The {what} of {Name} are not observed: add {key} to 'observe' in the YAML, such as 'observe: [activations, {key}]'.");
}
