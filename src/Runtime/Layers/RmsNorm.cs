using System.Numerics;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Kernels;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Layers;

/// <summary>
/// z = x / √(mean(x²) + ε) for each sample over its units, without gain
/// (Zhang and Sennrich 2019, "Root mean square layer normalization", eq. 4).
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed unsafe class RmsNorm<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private double _epsilon;

    internal RmsNorm(LayerSetup<T> setup, double epsilon)
        : base(setup) => _epsilon = epsilon;

    /// <summary>Takes another ε, from the next Forward on. Emitted where it depends on a parameter.</summary>
    /// <exception cref="SettingException">It is negative or no number.</exception>
    public void Use(double epsilon) => _epsilon = LayerNumbers.Epsilon(Name, epsilon);

    /// <inheritdoc/>
    public override void Forward(int block)
    {
        var stride = Output.BlockRows;
        VectorKernel.RunOverSamples<T, SampleNormKernel<T>>(
            new(Setup.Input.Block(block), Output.Block(block), Output.Units, stride, centred: false, _epsilon), stride, Setup.Width);
        GC.KeepAlive(this);
    }

    private protected override LayerSketch Sketch(IReadOnlyList<LayerSketch> branch) => new NormSketch(Name, NormKind.Rms, _epsilon);

    private protected override void BackwardToInput(int block, T* target)
    {
        var (units, stride) = (Output.Units, Output.BlockRows);
        VectorKernel.RunOverSamples<T, SampleNormGradientKernel<T>>(
            new(Setup.Input.Block(block), Output.Block(block), Way.Output.Block(block), target, units, stride, centred: false, _epsilon),
            stride,
            Setup.Width);
    }
}
