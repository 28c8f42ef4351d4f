using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Experiments;

/// <summary>Blocks of rows as work for a team: through one layer, or through whatever the experiment does with a block.</summary>
/// <param name="wholeNetwork">The experiment's own.</param>
internal sealed class BlockWork(Action<int> wholeNetwork) : IParallelWork
{
    /// <summary>The one layer; null for the whole network.</summary>
    public ILayer? Layer { get; set; }

    /// <summary>A layer that is to compute its pre-activations alone; goes before the others.</summary>
    public ILinearLayer? Linear { get; set; }

    /// <inheritdoc/>
    public void Do(int item, int worker)
    {
        if (Linear is { } linear)
            linear.ForwardLinear(item);
        else if (Layer is not { } layer)
            wholeNetwork(item);
        else
            layer.Forward(item);
    }
}
