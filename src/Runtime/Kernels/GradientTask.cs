using System.Numerics;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Kernels;

/// <summary>A weight gradient: what it is the product of, and where it goes.</summary>
/// <typeparam name="T">The dtype.</typeparam>
internal readonly unsafe struct GradientTask<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>z of the layer before, Batch × FanIn.</summary>
    public required BlockedMatrix<T> Input { get; init; }

    /// <summary>da, Batch × FanOut.</summary>
    public required BlockedMatrix<T> Gradient { get; init; }

    /// <summary>Receives dW, FanIn × FanOut, row-major.</summary>
    public required T* Weights { get; init; }

    /// <summary>Receives db, FanOut numbers; null without a bias.</summary>
    public required T* Bias { get; init; }
}
