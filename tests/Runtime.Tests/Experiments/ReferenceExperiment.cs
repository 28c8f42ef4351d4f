using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>An experiment that is set up when it runs, for tests: what generated classes do, from a plan.</summary>
public sealed class ReferenceExperiment<T> : Experiment<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Plan _plan;

    public ReferenceExperiment(Plan plan, ulong seed = 0, RandomStream stream = RandomStream.Philox, int threads = 1)
        : this(plan, seed, stream, threads, VectorWidths.Preferred)
    {
    }

    internal ReferenceExperiment(Plan plan, ulong seed, RandomStream stream, int threads, VectorWidth width)
        : base(plan.Definition<T>(), seed, stream, threads, width)
    {
        _plan = plan;
        foreach (var layer in plan.Definition<T>().Layers)
            Layers.Add(Add(layer));
    }

    public List<ReferenceLayer<T>> Layers { get; } = [];

    public T[] InputCopy()
    {
        var copy = new T[_plan.Batch * _plan.Widths[0]];
        Input.CopyTo(copy);
        return copy;
    }

    public override void Draw()
    {
        RestartStream();
        Input.DrawNormal(mean: 0, std: 1);
        for (var i = 0; i < Layers.Count; i++)
        {
            var scale = _plan.Scale(_plan.Widths[i], _plan.Widths[i + 1]);
            if (_plan.Uniform)
                Layers[i].Weights.DrawUniform(-scale, scale);
            else
                Layers[i].Weights.DrawNormal(mean: 0, std: scale);
            if (_plan.BiasStd is { } std)
                Layers[i].Bias!.DrawNormal(mean: 0, std);
        }
    }

    public override void Forward()
    {
        if (_plan.KeepAll)
        {
            ForEachBlock();
            return;
        }

        foreach (var layer in Layers)
        {
            ForEachBlock(layer.Layer);
            if (layer != Layers[^1])
                layer.Layer.Observe();
        }
    }

    protected override void ForwardBlock(int block)
    {
        foreach (var layer in Layers)
            layer.Layer.Forward(block);
    }

    public override void Observe()
    {
        foreach (var layer in _plan.KeepAll ? Layers : Layers.TakeLast(1))
            layer.Layer.Observe();
    }

    private ReferenceLayer<T> Add(LayerDefinition layer) => layer.Activation switch
    {
        "identity" => ReferenceLayer<T>.Of(AddDense(new Identity()), layer),
        "relu" => ReferenceLayer<T>.Of(AddDense(new Relu()), layer),
        "sigmoid" => ReferenceLayer<T>.Of(AddDense(new Sigmoid()), layer),
        "tanh" => ReferenceLayer<T>.Of(AddDense(new Tanh()), layer),
        "leaky_relu" => ReferenceLayer<T>.Of(AddDense(new LeakyRelu(0.01)), layer),
        "elu" => ReferenceLayer<T>.Of(AddDense(new Elu(1)), layer),
        "selu" => ReferenceLayer<T>.Of(AddDense(new Selu()), layer),
        "gelu" => ReferenceLayer<T>.Of(AddDense(new Gelu()), layer),
        "gelu_tanh" => ReferenceLayer<T>.Of(AddDense(new GeluTanh()), layer),
        "silu" => ReferenceLayer<T>.Of(AddDense(new Silu()), layer),
        "softplus" => ReferenceLayer<T>.Of(AddDense(new Softplus(1)), layer),
        "mish" => ReferenceLayer<T>.Of(AddDense(new Mish()), layer),
        _ => throw new ArgumentException(layer.Activation),
    };
}
