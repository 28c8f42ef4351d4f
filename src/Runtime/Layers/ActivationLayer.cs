using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Kernels;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Layers;

/// <summary>z = φ(x), x the output of the layer before.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <typeparam name="TActivation">φ.</typeparam>
public sealed unsafe class ActivationLayer<T, TActivation> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : struct, IActivation
{
    private TActivation _activation;

    internal ActivationLayer(LayerSetup<T> setup, TActivation activation)
        : base(setup)
    {
        _activation = activation;
        Diagnosis?.Use(activation, before: null);
    }

    /// <summary>Takes φ with other numbers, from the next Forward on. Emitted where a parameter is one of them.</summary>
    public void Use(TActivation activation)
    {
        Diagnosis?.Use(activation, _activation);
        _activation = activation;
    }

    /// <inheritdoc/>
    public override void Forward(int block)
    {
        var count = Output.Units * Output.BlockRows;
        VectorKernel.Run<T, ActivationKernel<T, TActivation>>(
            new(Setup.Input.Block(block), Output.Block(block), count, _activation), Setup.Width);
        GC.KeepAlive(this);
    }

    private protected override LayerSketch Sketch(IReadOnlyList<LayerSketch> branch) =>
        new ActivationSketch(Name, ScalarActivation<TActivation>.For(_activation));

    private protected override void ObserveOwn()
    {
        Diagnosis?.ObservePreActivations(Setup.Input, _activation);
        Figures?.Slopes?.Observe(Setup.Input, _activation);
    }

    private protected override void BackwardToInput(int block, T* target)
    {
        var count = Output.Units * Output.BlockRows;
        VectorKernel.Run<T, DerivativeKernel<T, TActivation>>(
            new(Setup.Input.Block(block), Way.Output.Block(block), target, count, _activation), Setup.Width);
    }
}
