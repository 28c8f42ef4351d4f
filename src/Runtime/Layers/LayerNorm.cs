using System.Numerics;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Kernels;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Layers;

/// <summary>
/// z = (x − mean) / √(var + ε) for each sample over its units, with the population variance and without gain and shift
/// (Ba, Kiros and Hinton 2016, "Layer normalization", eq. 3).
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed unsafe class LayerNorm<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private double _epsilon;

    internal LayerNorm(LayerSetup<T> setup, double epsilon)
        : base(setup) => _epsilon = epsilon;

    /// <summary>Takes another ε, from the next Forward on. Emitted where it depends on a parameter.</summary>
    /// <exception cref="SettingException">It is negative or no number.</exception>
    public void Use(double epsilon) => _epsilon = LayerNumbers.Epsilon(Name, epsilon);

    /// <inheritdoc/>
    public override void Forward(int block)
    {
        var stride = Output.BlockRows;
        VectorKernel.RunOverSamples<T, SampleNormKernel<T>>(
            new(Setup.Input.Block(block), Output.Block(block), Output.Units, stride, centred: true, _epsilon), stride, Setup.Width);
        GC.KeepAlive(this);
    }

    private protected override LayerSketch Sketch(IReadOnlyList<LayerSketch> branch) => new NormSketch(Name, NormKind.Layer, _epsilon);

    private protected override void BackwardToInput(int block, T* target)
    {
        var (units, stride) = (Output.Units, Output.BlockRows);
        VectorKernel.RunOverSamples<T, SampleNormGradientKernel<T>>(
            new(Setup.Input.Block(block), Output.Block(block), Way.Output.Block(block), target, units, stride, centred: true, _epsilon),
            stride,
            Setup.Width);
    }
}
