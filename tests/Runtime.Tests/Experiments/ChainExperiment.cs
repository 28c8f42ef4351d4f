using System.Numerics;
using System.Runtime.InteropServices;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>An experiment with layers of any kind that is set up when it runs; weights have std √(1 / fan_in).</summary>
public sealed class ChainExperiment<T> : Experiment<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool _keepAll;
    private readonly bool _depthFirst;
    private readonly bool _backward;
    private readonly List<Action> _draws = [];
    private readonly ILayer[] _backwards;

    public ChainExperiment(Chain chain, ulong seed = 0, RandomStream stream = RandomStream.Philox, int threads = 1)
        : this(chain, seed, stream, threads, VectorWidths.Preferred)
    {
    }

    internal ChainExperiment(Chain chain, ulong seed, RandomStream stream, int threads, VectorWidth width)
        : base(chain.Definition<T>(), seed, stream, threads, width)
    {
        _keepAll = chain.KeepAll;
        _backward = chain.Backward;
        _depthFirst = chain is { KeepAll: true, HasBatchNorm: false };
        foreach (var link in chain.Links)
            Layers.Add(Add(link));
        _backwards = [.. Enumerable.Reverse(Layers)];
    }

    public List<Layer<T>> Layers { get; } = [];

    /// <summary>The dense ones among them.</summary>
    public List<ChainDense<T>> Dense { get; } = [];

    public T[] Output(int layer) => Copy(Layers[layer].Activations);

    /// <summary>A batch, row-major.</summary>
    public static T[] Copy(BlockedMatrix<T> matrix)
    {
        var copy = new T[matrix.Rows * matrix.Units];
        matrix.CopyTo(copy);
        return copy;
    }

    /// <summary>The bytes of every layer's output and of all gradients.</summary>
    public string Bits() => string.Concat(Layers.Select((_, i) => Output(i)).Concat(_backward ? Gradients() : [])
        .Select(tensor => Convert.ToHexString(MemoryMarshal.AsBytes<T>(tensor))));

    /// <summary>Every gradient.</summary>
    public IEnumerable<T[]> Gradients() =>
    [
        Copy(InputGradients),
        .. Layers.Select(layer => Copy(layer.Gradients)),
        .. Dense.SelectMany(dense => dense.Gradients()),
    ];

    public override void Draw()
    {
        RestartStream();
        Input.DrawNormal(mean: 0, std: 1);
        foreach (var draw in _draws)
            draw();
        if (_backward)
            Upstream.DrawNormal(mean: 0, std: 1);
    }

    public override void Forward()
    {
        if (_depthFirst)
        {
            ForEachBlock();
            return;
        }

        foreach (var layer in Layers)
        {
            ForEachBlock(layer);
            if (!_keepAll && layer != Layers[^1])
                layer.Observe();
        }
    }

    protected override void ForwardBlock(int block)
    {
        foreach (var layer in Layers)
            layer.Forward(block);
    }

    public override void Backward()
    {
        if (_backward)
            BackwardThrough(_backwards);
    }

    public override void Observe()
    {
        if (_backward)
            ObserveInputGradients();
        for (var i = _keepAll ? 0 : Layers.Count - 1; i < Layers.Count; i++)
            Layers[i].Observe();
    }

    private Layer<T> Add(Link link)
    {
        switch (link.Kind)
        {
            case "dense":
                return link.Activation switch
                {
                    "relu" => Drawn(new Relu(), link),
                    "sigmoid" => Drawn(new Sigmoid(), link),
                    "tanh" => Drawn(new Tanh(), link),
                    _ => Drawn(new Identity(), link),
                };
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

    private DenseLayer<T, TActivation> Drawn<TActivation>(TActivation activation, Link link)
        where TActivation : struct, IActivation
    {
        var layer = AddDense(activation);
        Dense.Add(ChainDense<T>.Of(layer, activation, link.HasBias));
        if (link.HasBias)
            _draws.Add(() => layer.Bias.DrawNormal(mean: 0, std: 0.3));
        var std = Math.Sqrt(1.0 / layer.Weights.Rows);
        _draws.Add(() => layer.Weights.DrawNormal(mean: 0, std));
        return layer;
    }
}
