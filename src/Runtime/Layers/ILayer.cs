using FanIn.Runtime.Results;

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

    /// <summary>A copy of what the last Observe collected.</summary>
    internal LayerResult ToResult();

    /// <summary>Frees the layer's own memory.</summary>
    internal void Free();
}
