using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Initialisation;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Results;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Layers;

/// <summary>a = z W (+ b), z = φ(a).</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <typeparam name="TActivation">φ.</typeparam>
public sealed unsafe partial class DenseLayer<T, TActivation> : IDenseLayer
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : struct, IActivation
{
    private readonly LayerSetup<T> _setup;
    private readonly TActivation _activation;
    private readonly Parameter<T>? _bias;
    private readonly BlockedMatrix<T>? _pre;
    private readonly Observation<T>? _activationStatistics;
    private readonly Observation<T>? _preStatistics;
    private readonly Observation<T>? _weightStatistics;
    private readonly DenseBlock<T> _firstBlock;
    private readonly double[] _unitMeans;
    private readonly double[] _first;
    private delegate*<in DenseBlock<T>, TActivation, void> _kernel;
    private VarianceParts _split;
    private double _sigmaW2;
    private (DrawnNumbers Drawn, double AchievedStd) _initialised;
    private bool _observed;

    internal DenseLayer(LayerSetup<T> setup, TActivation activation)
    {
        (_setup, _activation) = (setup, activation);
        var (experiment, layer) = (setup.Experiment, setup.Layer);
        var packing = DenseTiling.PackedUnits<T>(experiment.Batch, layer.FanOut, setup.Width) is { } units
            ? new PackedWeights<T>(layer.FanIn, layer.FanOut, units)
            : null;
        Weights = new(layer.FanIn, layer.FanOut, $"{layer.Path}/weights", setup.Draw, packing);
        _bias = layer.Bias is null ? null : new(1, layer.FanOut, $"{layer.Path}/bias", setup.Draw);
        Output = setup.Memory.Activations(setup.Index, layer.FanOut);
        _pre = experiment.PreActivations is null ? null : setup.Memory.PreActivations(layer.FanOut);
        _activationStatistics = Observation<T>.For("activations", Name, experiment.Activations);
        _preStatistics = Observation<T>.For("pre-activations", Name, experiment.PreActivations);
        _weightStatistics = Observation<T>.For("weights", Name, experiment.Weights);
        _unitMeans = new double[layer.FanOut];
        _first = new double[Math.Min(8, (long)Output.Rows * Output.Units)];
        _kernel = DenseKernel.For<T, TActivation>(setup.Width, Output.BlockRows);
        _firstBlock = new()
        {
            Input = setup.Input.Block(0),
            Weights = Weights.Pointer,
            Packed = Weights.Packed,
            Bias = _bias is null ? null : _bias.Pointer,
            PreActivations = (_pre ?? Output).Block(0),
            Output = Output.Block(0),
            FanIn = layer.FanIn,
            FanOut = layer.FanOut,
            RowStride = Output.BlockRows,
            Rows = Output.RowsOf(0),
        };
    }

    /// <inheritdoc/>
    public string Name => _setup.Layer.Name;

    /// <summary>W, FanIn × FanOut.</summary>
    public Parameter<T> Weights { get; }

    /// <summary>b, 1 × FanOut.</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public Parameter<T> Bias => _bias
        ?? throw new InvalidOperationException($"{Name} has no bias: give the layer one in the YAML, such as 'bias: zeros'.");

    /// <summary>z, Batch × FanOut.</summary>
    /// <exception cref="InvalidOperationException">The layer is not kept.</exception>
    public BlockedMatrix<T> Activations => Kept(Output, "activations");

    /// <summary>a, Batch × FanOut.</summary>
    /// <exception cref="InvalidOperationException">Pre-activations are not observed, and so not stored, or the layer is not
    /// kept.</exception>
    public BlockedMatrix<T> PreActivations => Kept(_pre ?? throw NotObserved("pre-activations", "preactivations"), "pre-activations");

    /// <summary>Statistics of z as of the last Observe.</summary>
    /// <exception cref="InvalidOperationException">Activations are not observed.</exception>
    public ObservedTensor Activation => (_activationStatistics ?? throw NotObserved("activations", "activations")).Statistics;

    /// <summary>Statistics of a as of the last Observe.</summary>
    /// <exception cref="InvalidOperationException">Pre-activations are not observed.</exception>
    public ObservedTensor PreActivation => (_preStatistics ?? throw NotObserved("pre-activations", "preactivations")).Statistics;

    /// <summary>Statistics of W as of the last Observe.</summary>
    /// <exception cref="InvalidOperationException">Weights are not observed.</exception>
    public ObservedTensor Weight => (_weightStatistics ?? throw NotObserved("weights", "weights")).Statistics;

    /// <summary>z, whether or not it is kept: the next layer's input.</summary>
    internal BlockedMatrix<T> Output { get; }

    /// <summary>Computes this layer for one block of rows. Emitted.</summary>
    /// <exception cref="ObjectDisposedException">The experiment is disposed.</exception>
    public void Forward(int block)
    {
        if (block == 0)
            _kernel(in _firstBlock, _activation);
        else
            ForwardAfter(block);
        GC.KeepAlive(this);
    }

    /// <summary>Collects this layer's statistics. Emitted.</summary>
    public void Observe()
    {
        _initialised = (Weights.Drawn, Deviation.Std(Weights.View(), _setup.Width));
        _sigmaW2 = _setup.Layer.FanIn * MeanSquare.Of(Weights.View(), _setup.Width);
        _weightStatistics?.Observe(_setup.Observer, Weights.View());
        _preStatistics?.Observe(_setup.Observer, _pre!.View());
        if (_activationStatistics is not null)
        {
            _activationStatistics.Observe(_setup.Observer, Output.View());
            _setup.Observer.UnitMeans(_unitMeans);
            _split = _setup.Observer.Split();
            for (var i = 0; i < _first.Length; i++)
                _first[i] = double.CreateTruncating(Output[i / Output.Units, i % Output.Units]);
        }

        _observed = true;
        GC.KeepAlive(this);
    }

    bool IDenseLayer.IsObserved => _observed;

    LayerResult IDenseLayer.ToResult() => new()
    {
        Layer = _setup.Index + 1,
        Name = Name,
        Batch = Output.Rows,
        Units = Output.Units,
        Activations = _activationStatistics?.ToStatistics(),
        Split = _activationStatistics is null ? null : _split.ToSplit(),
        UnitMeans = _activationStatistics is null ? [] : [.. _unitMeans],
        First = _activationStatistics is null ? [] : [.. _first],
        PreActivations = _preStatistics?.ToStatistics(),
        Weights = _weightStatistics?.ToStatistics(),
        SigmaW2 = _sigmaW2,
        Initialiser = InitialiserReport.Of(_setup.Layer, _initialised.Drawn, _initialised.AchievedStd),
    };

    void IDenseLayer.Free()
    {
        _kernel = &Disposed;        // costs the others nothing
        ((IDisposable)Weights).Dispose();
        (_bias as IDisposable)?.Dispose();
    }

    // Apart, so that the way of a small net, which has but one block, is inlined up to the experiment's Forward.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ForwardAfter(int block) => _kernel(_firstBlock.After(block, Output.RowsOf(block)), _activation);

    private static void Disposed(in DenseBlock<T> block, TActivation activation) => NativeBuffer<T>.ThrowDisposed();

    private BlockedMatrix<T> Kept(BlockedMatrix<T> matrix, string what) =>
        _setup.Experiment.KeepAll || _setup.Index == _setup.Experiment.Layers.Count - 1
            ? matrix
            : throw new InvalidOperationException($"The {what} of {Name} are not kept: write 'keep: all' in the YAML to read every layer.");

    private InvalidOperationException NotObserved(string what, string key) =>
        new($"The {what} of {Name} are not observed: add {key} to 'observe' in the YAML, such as 'observe: [activations, {key}]'.");
}
