using System.Numerics;
using FanIn.Runtime.Kernels;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Layers;

/// <summary>
/// z = x + scale · b, where b is the output of the layer before, which ends the branch, and x what entered the branch.
/// One fused multiply-add an element.
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed unsafe class ResidualLayer<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly BlockedMatrix<T> _skipped;
    private T _scale;

    internal ResidualLayer(LayerSetup<T> setup, double scale)
        : base(setup)
    {
        _skipped = setup.Skipped ?? throw new InvalidOperationException($"The definition of {Name} does not say what it is added to.");
        Use(scale);
    }

    /// <summary>Takes another scale, from the next Forward on. Emitted where it depends on a parameter.</summary>
    public void Use(double scale) => _scale = T.CreateTruncating(scale);

    /// <inheritdoc/>
    public override void Forward(int block)
    {
        var count = Output.Units * Output.BlockRows;
        VectorKernel.Run<T, ResidualKernel<T>>(
            new(_skipped.Block(block), Setup.Input.Block(block), Output.Block(block), count, _scale), Setup.Width);
        GC.KeepAlive(this);
    }

    private protected override LayerSketch Sketch(IReadOnlyList<LayerSketch> branch) =>
        new ResidualSketch(Name, branch, double.CreateTruncating(_scale));

    private protected override void BackwardToInput(int block, T* target)
    {
        var dz = Way.Output.Block(block);
        var count = Output.Units * Output.BlockRows;
        VectorKernel.Run<T, ScaleKernel<T>>(new(dz, target, count, _scale), Setup.Width);
        var skipped = Way.Skipped!.Block(block);
        if (Way.AddsToSkipped)
            Add(dz, skipped, count);
        else
            new ReadOnlySpan<T>(dz, count).CopyTo(new(skipped, count));
    }
}
