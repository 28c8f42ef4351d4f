using FanIn.Runtime.Activations;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Layers;

public sealed unsafe partial class DenseLayer<T, TActivation> : ILinearLayer
{
    void ILinearLayer.ForwardLinear(int block)
    {
        var kernel = DenseKernel.For<T, Identity>(Setup.Width, Output.BlockRows);
        kernel(block == 0 ? _firstBlock : _firstBlock.After(block, Output.RowsOf(block)), default);
        GC.KeepAlive(this);
    }

    /// <summary>The moments of the pre-activations, which <see cref="ILinearLayer.ForwardLinear"/> has left for every block.</summary>
    internal Moments MeasureLinear()
    {
        var moments = Moments.Combine(Setup.Observer.MomentsOf(Output.View()));
        GC.KeepAlive(this);
        return moments;
    }

    /// <summary>
    /// Makes the pre-activations, which <see cref="ILinearLayer.ForwardLinear"/> has left, have mean 0 (where the layer has a bias and is
    /// to be centred) and std 1, unit by unit.
    /// </summary>
    internal void StandardiseUnits(bool centre)
    {
        var units = Setup.Observer.MomentsOf(Output.View());
        Weights.DivideColumns(units);
        if (centre)
            Bias.Standardise(units);
        else
            _bias?.DivideColumns(units);
    }
}
