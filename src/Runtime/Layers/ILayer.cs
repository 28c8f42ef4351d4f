using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Layers;

/// <summary>A layer, whatever its kind and types.</summary>
public interface ILayer
{
    /// <summary><c>hidden3</c>.</summary>
    string Name { get; }

    /// <summary>Computes this layer for one block of rows.</summary>
    void Forward(int block);

    /// <summary>Collects this layer's statistics.</summary>
    void Observe();

    /// <summary>Whether Observe has run.</summary>
    internal bool IsObserved { get; }

    /// <summary>What must be known of the whole batch before the first block; nothing for most kinds.</summary>
    internal void BeginForward();

    /// <summary>Whether its way back begins when the gradient of its output is there for the whole batch.</summary>
    internal bool NeedsWholeBatchBack { get; }

    /// <summary>
    /// Whether <see cref="BackwardToInput"/> gives the same as long as no other Backward has begun, whatever is drawn or trained meanwhile.
    /// </summary>
    internal bool KeepsItsWay { get; }

    /// <summary>Takes over, for the way back, weights that may have changed. Comes first; any thread may do it.</summary>
    internal void ReadWeights();

    /// <summary>What must be known before the first block goes back.</summary>
    internal void BeginBackward();

    /// <summary>What one block of rows does on its way back inside the layer: da, and its part of the parameters' gradients.</summary>
    internal void BackwardWithin(int block);

    /// <summary>After that, the gradient of the layer's input.</summary>
    internal void BackwardToInput(int block);

    /// <summary>What needs the whole batch on the way back: the gradients of weights and bias.</summary>
    internal void EndBackward();

    /// <summary>From the next Observe on, what figures alone need is collected as well.</summary>
    internal void CollectFor(FigureNeeds needs);

    /// <summary>Takes what probes of the layers from this one on have found.</summary>
    internal void SetJacobian(double mean, double spread);

    /// <summary>A copy of what the last Observe collected.</summary>
    internal LayerResult ToResult();

    /// <summary>The layer as theory needs it, as it was last observed.</summary>
    /// <param name="branch">Of a residual, the layers of its branch.</param>
    internal LayerSketch ToSketch(IReadOnlyList<LayerSketch> branch);

    /// <summary>Frees the layer's own memory.</summary>
    internal void Free();
}
