using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Runtime.Tests.Diagnostics;

/// <summary>A network whose diagnostics are measured.</summary>
public sealed record DiagnosedPlan(int Batch, int Features, params Link[] Links)
{
    public DiagnosticGroups Groups { get; init; } = DiagnosticGroups.Saturation | DiagnosticGroups.Linearity | DiagnosticGroups.Spectrum
        | DiagnosticGroups.Similarity | DiagnosticGroups.Jacobian;

    public bool HasBackward { get; init; } = true;

    public bool KeepAll { get; init; } = true;

    /// <summary>Standard deviation of the weights of a dense layer, from its fan_in.</summary>
    public Func<int, double> Std { get; init; } = fanIn => Math.Sqrt(1.0 / fanIn);

    public ExperimentDefinition Definition<T>() => new Chain(Batch, Features, Links) { KeepAll = KeepAll }.Definition<T>() with
    {
        Diagnostics = Groups,
        Upstream = HasBackward ? "normal" : null,
        Gradients = HasBackward ? new(10, null) : null,
        WeightGradients = HasBackward ? new(10, null) : null,
    };
}

/// <summary>An experiment with any layers and diagnostics, set up when it runs.</summary>
public sealed class DiagnosedNetwork<T> : Experiment<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly DiagnosedPlan _plan;
    private readonly List<Action> _draws = [];

    public DiagnosedNetwork(DiagnosedPlan plan, ulong seed = 0, RandomStream stream = RandomStream.Philox, int threads = 1)
        : this(plan, seed, stream, threads, VectorWidths.Preferred)
    {
    }

    internal DiagnosedNetwork(DiagnosedPlan plan, ulong seed, RandomStream stream, int threads, VectorWidth width)
        : base(plan.Definition<T>(), seed, stream, threads, width)
    {
        _plan = plan;
        foreach (var link in plan.Links)
            Layers.Add(Add(link));
    }

    public List<Layer<T>> Layers { get; } = [];

    /// <summary>Those of the dense layers, in order.</summary>
    public List<Parameter<T>> Weights { get; } = [];

    private readonly List<Func<ParameterGradient<T>>> _weightGradients = [];

    /// <summary>dW of a dense layer, from 0.</summary>
    public ParameterGradient<T> WeightGradient(int layer) => _weightGradients[layer]();

    /// <summary>Changes input or weights between Draw and Forward.</summary>
    public Action<DiagnosedNetwork<T>> Change { get; init; } = _ => { };

    /// <summary>The diagnostics of each layer of a whole run.</summary>
    public LayerDiagnostics[] Diagnose() => [.. Run().Layers.Select(layer => layer.Diagnostics)];

    public override void Draw()
    {
        RestartStream();
        Input.DrawNormal(mean: 0, std: 1);
        foreach (var draw in _draws)
            draw();
        if (_plan.HasBackward)
            Upstream.DrawNormal(mean: 0, std: 1);
        Change(this);
    }

    public override void Forward()
    {
        foreach (var layer in Layers)
        {
            ForEachBlock(layer);
            if (!_plan.KeepAll && layer != Layers[^1])
                layer.Observe();
        }
    }

    public override void Backward()
    {
        for (var i = Layers.Count - 1; _plan.HasBackward && i >= 0; i--)
            BackwardThrough(Layers[i]);
    }

    public override void Observe()
    {
        for (var i = _plan.KeepAll ? 0 : Layers.Count - 1; i < Layers.Count; i++)
            Layers[i].Observe();
        if (!_plan.HasBackward)
            return;
        ObserveInputGradients();
        if ((_plan.Groups & DiagnosticGroups.Jacobian) != 0)
            ObserveJacobian();
    }

    private Layer<T> Add(Link link)
    {
        switch (link.Kind)
        {
            case "dense":
                return Dense(link.Activation);
            case "activation":
                return link.Activation == "relu" ? AddActivation(new Relu()) : AddActivation(new Tanh());
            case "layer_norm":
                return AddLayerNorm(link.Number);
            case "rms_norm":
                return AddRmsNorm(link.Number);
            case "batch_norm":
                return AddBatchNorm(link.Number);
            case "residual":
                return AddResidual(link.Number);
            default:
                var dropout = AddDropout();
                _draws.Add(() => dropout.DrawMask(link.Number));
                return dropout;
        }
    }

    private Layer<T> Dense(string activation) => activation switch
    {
        "sigmoid" => Drawn(AddDense(new Sigmoid())),
        "tanh" => Drawn(AddDense(new Tanh())),
        "relu" => Drawn(AddDense(new Relu())),
        "hard_tanh" => Drawn(AddDense(new HardTanh(-1, 1))),
        "leaky_relu" => Drawn(AddDense(new LeakyRelu(0.01))),
        "gelu" => Drawn(AddDense(new Gelu())),
        "soft_shrink" => Drawn(AddDense(new SoftShrink(0.5))),
        "exponential" => Drawn(AddDense(new Exponential())),
        "constant" => Drawn(AddDense(new ConstantFunction())),
        "own ramp" => Drawn(AddDense(new OwnRamp())),
        _ => Drawn(AddDense(new Identity())),
    };

    private DenseLayer<T, TActivation> Drawn<TActivation>(DenseLayer<T, TActivation> layer)
        where TActivation : struct, IActivation
    {
        Weights.Add(layer.Weights);
        _weightGradients.Add(() => layer.WeightGradients);
        _draws.Add(() => layer.Weights.DrawNormal(mean: 0, std: _plan.Std(layer.Weights.Rows)));
        return layer;
    }
}
