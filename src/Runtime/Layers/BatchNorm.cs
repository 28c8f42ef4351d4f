using System.Numerics;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Kernels;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Layers;

/// <summary>
/// z = (x − mean) / √(var + ε) for each unit over the batch, with the batch's own population variance and without gain and shift
/// (Ioffe and Szegedy 2015, "Batch normalization", algorithm 1). It needs the whole batch: networks that have it go layer by layer.
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed unsafe class BatchNorm<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private double _epsilon;
    private readonly NativeBuffer<T> _means;
    private readonly NativeBuffer<T> _factors;
    private readonly NativeBuffer<T>? _gradientMeans;
    private readonly NativeBuffer<T>? _gradientProducts;
    private readonly BlockedMatrix<T>? _products;

    internal BatchNorm(LayerSetup<T> setup, double epsilon)
        : base(setup)
    {
        _epsilon = epsilon;
        _means = new(Output.Units);
        _factors = new(Output.Units);
        if (setup.Gradients is { } way)
        {
            (_gradientMeans, _gradientProducts) = (new(Output.Units), new(Output.Units));
            _products = way.Scratch.WithUnits(Output.Units);
        }
    }

    /// <summary>Takes another ε, from the next Forward on. Emitted where it depends on a parameter.</summary>
    /// <exception cref="SettingException">It is negative or no number.</exception>
    public void Use(double epsilon) => _epsilon = LayerNumbers.Epsilon(Name, epsilon);

    /// <inheritdoc/>
    public override void Forward(int block)
    {
        var stride = Output.BlockRows;
        VectorKernel.RunOverSamples<T, UnitNormKernel<T>>(
            new(Setup.Input.Block(block), Output.Block(block), _means.Pointer, _factors.Pointer, Output.Units, stride),
            stride, Setup.Width);
        GC.KeepAlive(this);
    }

    /// <summary>Mean and variance of each unit, in float64 along the tree of the statistics, rounded to the dtype once.</summary>
    private protected override void BeginForward()
    {
        var units = Setup.Observer.MomentsOf(Setup.Input.View());
        for (var j = 0; j < units.Length; j++)
        {
            _means.Pointer[j] = T.CreateTruncating(units[j].Mean);
            _factors.Pointer[j] = T.CreateTruncating(1 / Math.Sqrt(units[j].Variance + _epsilon));
        }

        GC.KeepAlive(this);
    }

    private protected override bool NeedsWholeBatchBack => true;

    /// <summary>mean(dz) and mean(dz·z) of each unit, along the tree of the statistics, rounded to the dtype once.</summary>
    private protected override void BeginBackward()
    {
        for (var block = 0; block < Output.Blocks; block++)
        {
            VectorKernel.Run<T, ProductKernel<T>>(
                new(Way.Output.Block(block), Output.Block(block), _products!.Block(block), Output.Units * Output.BlockRows), Setup.Width);
        }

        Means(Way.Output, _gradientMeans!);
        Means(_products!, _gradientProducts!);
        GC.KeepAlive(this);
    }

    private protected override LayerSketch Sketch(IReadOnlyList<LayerSketch> branch) => new NormSketch(Name, NormKind.Batch, _epsilon);

    private protected override void BackwardToInput(int block, T* target)
    {
        var stride = Output.BlockRows;
        VectorKernel.RunOverSamples<T, UnitNormGradientKernel<T>>(
            new(
                Output.Block(block), Way.Output.Block(block), target, _factors.Pointer, _gradientMeans!.Pointer, _gradientProducts!.Pointer,
                Output.Units, stride),
            stride,
            Setup.Width);
    }

    private void Means(BlockedMatrix<T> matrix, NativeBuffer<T> target)
    {
        var units = Setup.Observer.MomentsOf(matrix.View());
        for (var j = 0; j < units.Length; j++)
            target.Pointer[j] = T.CreateTruncating(units[j].Mean);
    }

    private protected override void Free()
    {
        _gradientMeans?.Dispose();
        _gradientProducts?.Dispose();
        _means.Dispose();
        _factors.Dispose();
    }
}
