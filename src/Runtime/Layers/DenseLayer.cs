using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Initialisation;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Results;
using FanIn.Runtime.Statistics;
using FanIn.Runtime.Training;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Layers;

/// <summary>a = z W (+ b), z = φ(a).</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <typeparam name="TActivation">φ.</typeparam>
public sealed unsafe partial class DenseLayer<T, TActivation> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : struct, IActivation
{
    private TActivation _activation;
    private readonly Parameter<T>? _bias;
    private readonly BlockedMatrix<T>? _pre;
    private readonly Observation<T>? _preStatistics;
    private readonly Observation<T>? _weightStatistics;
    private readonly DenseBlock<T> _firstBlock;
    private delegate*<in DenseBlock<T>, TActivation, void> _kernel;
    private readonly TransposedWeights<T>? _transposed;
    private readonly BlockedMatrix<T>? _preGradient;
    private readonly ParameterGradient<T>? _weightGradient;
    private readonly ParameterGradient<T>? _biasGradient;
    private readonly GradientTask<T> _gradientTask;
    private readonly delegate*<in DenseBlock<T>, Identity, void> _backKernel;
    private readonly Observation<T>? _preGradientStatistics;
    private readonly Observation<T>? _weightGradientStatistics;
    private readonly Observation<T>? _biasGradientStatistics;
    private double _sigmaW2;
    private (DrawnNumbers Drawn, double AchievedStd) _initialised;
    private DrawnNumbers _initialisedBias;
    private double _gradientMeanSquare;

    internal DenseLayer(LayerSetup<T> setup, TActivation activation)
        : base(setup)
    {
        _activation = activation;
        Diagnosis?.Use(activation, before: null);
        var (experiment, layer) = (setup.Experiment, setup.Layer);
        var packing = DenseTiling.PackedUnits<T>(experiment.Batch, layer.FanOut, setup.Width) is { } units
            ? new PackedWeights<T>(layer.FanIn, layer.FanOut, units)
            : null;
        Weights = new(layer.FanIn, layer.FanOut, $"{layer.Path}/weights", setup.Draw, packing);
        _bias = layer.Bias is null ? null : new(1, layer.FanOut, $"{layer.Path}/bias", setup.Draw);
        _pre = experiment.StoresPreActivations ? setup.Memory.PreActivations(layer.FanOut) : null;
        _preStatistics = Observation<T>.For("pre-activations", Name, experiment.PreActivations);
        _weightStatistics = Observation<T>.For("weights", Name, experiment.Weights);
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
        if (setup.Gradients is not { } way)
            return;
        _transposed = new(Weights, experiment.Batch, setup.Width);
        _preGradient = typeof(TActivation) == typeof(Identity) ? way.Output : setup.Memory.Gradient(layer.FanOut);
        _weightGradient = new(layer.FanIn, layer.FanOut);
        Diagnosis?.ExpectWeightGradient(layer.FanIn, layer.FanOut);
        _biasGradient = _bias is null ? null : new(1, layer.FanOut);
        _gradientTask = new()
        {
            Input = setup.Input,
            Gradient = _preGradient,
            Weights = _weightGradient.Pointer,
            Bias = _biasGradient is null ? null : _biasGradient.Pointer,
        };
        _backKernel = DenseKernel.For<T, Identity>(setup.Width, Output.BlockRows);
        _preGradientStatistics = Observation<T>.For("pre-activation gradients", Name, experiment.Gradients);
        _weightGradientStatistics = Observation<T>.For("weight gradients", Name, experiment.WeightGradients);
        _biasGradientStatistics = _bias is null ? null : Observation<T>.For("bias gradients", Name, experiment.WeightGradients);
    }

    /// <summary>W, FanIn × FanOut.</summary>
    public Parameter<T> Weights { get; }

    /// <summary>b, 1 × FanOut.</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public Parameter<T> Bias => _bias ?? throw NoBias();

    /// <summary>a, Batch × FanOut.</summary>
    /// <exception cref="InvalidOperationException">Pre-activations are not observed, and so not stored, or the layer is not
    /// kept.</exception>
    public BlockedMatrix<T> PreActivations => Kept(_pre ?? throw NotObserved("pre-activations", "preactivations"), "pre-activations");

    /// <summary>Statistics of a as of the last Observe.</summary>
    /// <exception cref="InvalidOperationException">Pre-activations are not observed.</exception>
    public ObservedTensor PreActivation => (_preStatistics ?? throw NotObserved("pre-activations", "preactivations")).Statistics;

    /// <summary>Statistics of W as of the last Observe.</summary>
    /// <exception cref="InvalidOperationException">Weights are not observed.</exception>
    public ObservedTensor Weight => (_weightStatistics ?? throw NotObserved("weights", "weights")).Statistics;

    /// <summary>Takes φ with other numbers, from the next Forward on. Emitted where a parameter is one of them.</summary>
    public void Use(TActivation activation)
    {
        Diagnosis?.Use(activation, _activation);
        _activation = activation;
    }

    /// <summary>da = dL/da, Batch × FanOut, as of the last Backward.</summary>
    /// <exception cref="InvalidOperationException">The experiment has no backward pass; this holds for all gradients.</exception>
    public BlockedMatrix<T> PreActivationGradients => _preGradient ?? throw NoBackward();

    /// <summary>dW = z_prevᵀ da, FanIn × FanOut, summed over the batch, as of the last Backward.</summary>
    public ParameterGradient<T> WeightGradients => _weightGradient ?? throw NoBackward();

    /// <summary>db, the sums of da over the batch, 1 × FanOut, as of the last Backward.</summary>
    /// <exception cref="InvalidOperationException">The experiment has no backward pass, or the layer no bias.</exception>
    public ParameterGradient<T> BiasGradients => _biasGradient ?? throw (_bias is null ? NoBias() : NoBackward());

    /// <summary>Statistics of da as of the last Observe.</summary>
    public ObservedTensor PreActivationGradient => (_preGradientStatistics ?? throw NoBackward()).Statistics;

    /// <summary>Statistics of dW as of the last Observe.</summary>
    public ObservedTensor WeightGradient => (_weightGradientStatistics ?? throw NoBackward()).Statistics;

    /// <summary>Statistics of db as of the last Observe.</summary>
    /// <exception cref="InvalidOperationException">The experiment has no backward pass, or the layer no bias.</exception>
    public ObservedTensor BiasGradient => (_biasGradientStatistics ?? throw (_bias is null ? NoBias() : NoBackward())).Statistics;

    /// <inheritdoc/>
    internal override IEnumerable<TrainedParameter<T>> Trained => _bias is null
        ? [new(Weights, WeightGradients)]
        : [new(Weights, WeightGradients), new(_bias, BiasGradients)];

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The experiment is disposed.</exception>
    public override void Forward(int block)
    {
        if (block == 0)
            _kernel(in _firstBlock, _activation);
        else
            ForwardAfter(block);
        GC.KeepAlive(this);
    }

    private protected override LayerSketch Sketch(IReadOnlyList<LayerSketch> branch)
    {
        var (fanIn, fanOut) = (Setup.Layer.FanIn, Setup.Layer.FanOut);
        return new DenseSketch(
            Name,
            fanIn,
            fanOut,
            _initialised.Drawn.ToWeights("its weights", fanIn, fanOut),
            _bias is null ? null : _initialisedBias.ToWeights("its values", 1, fanOut),
            typeof(TActivation) == typeof(Identity) ? null : ScalarActivation<TActivation>.For(_activation));
    }

    // With another activation than the identity da has memory of its own; without, a network of one layer has it in upstream's.
    private protected override bool KeepsItsWay => _preGradient != Way.Output || Setup.Experiment.Layers.Count > 1;

    private protected override void ReadWeights() => _transposed!.Refresh();

    private protected override void BeginBackward() => Way.Product.Begin(_gradientTask);

    /// <summary>da = dz·φ′(a), and its part of dW.</summary>
    private protected override void BackwardWithin(int block)
    {
        if (_preGradient != Way.Output)
        {
            var count = Output.Units * Output.BlockRows;
            VectorKernel.Run<T, DerivativeKernel<T, TActivation>>(
                new(_pre!.Block(block), Way.Output.Block(block), _preGradient!.Block(block), count, _activation), Setup.Width);
        }

        Way.Product.Take(_gradientTask, block);
    }

    /// <summary>da Wᵀ: a dense product of its own, each sum one chain with units ascending.</summary>
    private protected override void BackwardToInput(int block, T* target) => _backKernel(
        new()
        {
            Input = _preGradient!.Block(block),
            Weights = _transposed!.Rows,
            Packed = _transposed.Tiles,
            Bias = null,
            PreActivations = target,
            Output = target,
            FanIn = Output.Units,
            FanOut = Setup.Input.Units,
            RowStride = Output.BlockRows,
            Rows = Output.RowsOf(block),
        },
        default);

    private protected override void EndBackward()
    {
        Way.Product.End(_gradientTask);
        GC.KeepAlive(this);
    }

    private protected override void ObserveOwn()
    {
        _initialised = (Weights.Drawn, Deviation.Std(Weights.View(), Setup.Width));
        _initialisedBias = _bias?.Drawn ?? default;
        _sigmaW2 = Setup.Layer.FanIn * MeanSquare.Of(Weights.View(), Setup.Width);
        _weightStatistics?.Observe(Setup.Observer, Weights.View());
        _preStatistics?.Observe(Setup.Observer, _pre!.View());
        _preGradientStatistics?.Observe(Setup.Observer, _preGradient!.View());
        if (_weightGradientStatistics is not null)
        {
            _gradientMeanSquare = MeanSquare.Of(_weightGradient!.View(), Setup.Width);
            _weightGradientStatistics.Observe(Setup.Observer, _weightGradient.View());
        }

        _biasGradientStatistics?.Observe(Setup.Observer, _biasGradient!.View());
        if (Figures?.Slopes is { } slopes)
            slopes.Observe(_pre ?? PreActivationsIn(slopes.Scratch), _activation);
        if (Diagnosis is null)
            return;
        if (_pre is not null)
            Diagnosis.ObservePreActivations(_pre, _activation);
        if (_weightGradient is not null)
            Diagnosis.ObserveWeightGradient(_weightGradient);
    }

    private protected override LayerResult Describe(LayerResult result) => result with
    {
        PreActivations = _preStatistics?.ToStatistics(),
        Weights = _weightStatistics?.ToStatistics(),
        SigmaW2 = _sigmaW2,
        Initialiser = InitialiserReport.Of(Setup.Layer, _initialised.Drawn, _initialised.AchievedStd),
        PreActivationGradients = _preGradientStatistics?.ToStatistics(),
        WeightGradients = _weightGradientStatistics?.ToStatistics(),
        GradientToWeight = _weightGradientStatistics is null ? null : Math.Sqrt(_gradientMeanSquare * Setup.Layer.FanIn / _sigmaW2),
        BiasGradients = _biasGradientStatistics?.ToStatistics(),
    };

    private protected override void Free()
    {
        _kernel = &Disposed;        // costs the others nothing
        ((IDisposable)Weights).Dispose();
        (_bias as IDisposable)?.Dispose();
        _transposed?.Dispose();
        (_weightGradient as IDisposable)?.Dispose();
        (_biasGradient as IDisposable)?.Dispose();
    }

    // Apart, so that the way of a small net, which has but one block, is inlined up to the experiment's Forward.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ForwardAfter(int block) => _kernel(_firstBlock.After(block, Output.RowsOf(block)), _activation);

    /// <summary>a once more, for a layer that does not keep it: the same products, hence the same bits.</summary>
    private BlockedMatrix<T> PreActivationsIn(BlockedMatrix<T> target)
    {
        var kernel = DenseKernel.For<T, Identity>(Setup.Width, Output.BlockRows);
        for (var block = 0; block < Output.Blocks; block++)
        {
            var work = _firstBlock.After(block, Output.RowsOf(block));
            work.PreActivations = work.Output = target.Block(block);
            kernel(in work, default);
        }

        return target;
    }

    private static void Disposed(in DenseBlock<T> block, TActivation activation) => NativeBuffer<T>.ThrowDisposed();

    private InvalidOperationException NoBias() =>
        new($"{Name} has no bias: give the layer one in the YAML, such as 'bias: zeros'.");
}
