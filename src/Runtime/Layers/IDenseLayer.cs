using FanIn.Runtime.Results;

namespace FanIn.Runtime.Layers;

/// <summary>A dense layer, whatever its types.</summary>
public interface IDenseLayer
{
    /// <summary><c>hidden3</c>.</summary>
    string Name { get; }

    /// <summary>Computes this layer for one block of rows.</summary>
    void Forward(int block);

    /// <summary>Collects this layer's statistics.</summary>
    void Observe();

    /// <summary>Whether Observe has run.</summary>
    internal bool IsObserved { get; }

    /// <summary>A copy of what the last Observe collected.</summary>
    internal LayerResult ToResult();

    /// <summary>Frees the layer's tensors.</summary>
    internal void Free();
}
