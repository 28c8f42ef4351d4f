using System.Numerics;
using FanIn.Runtime.Kernels;

namespace FanIn.Runtime.Layers;

/// <summary>
/// Where a layer's backward pass reads and writes. A tensor that several layers read gets its gradient from each of them: on the way back
/// the last of them comes first and sets it, the others add theirs.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="Output">dL/dz of the layer's output.</param>
/// <param name="Input">Receives dL/dz of its input.</param>
/// <param name="AddsToInput">Whether another layer has set that before.</param>
/// <param name="Skipped">Of a residual, receives dL/dz of what its branch is added to; otherwise null.</param>
/// <param name="AddsToSkipped">Whether another layer has set that before.</param>
/// <param name="Scratch">
/// Room for any layer's input, shared by all. What goes back block by block uses that block alone, whatever its own width: other blocks
/// may be at other layers.
/// </param>
/// <param name="Product">Computes weight gradients.</param>
internal sealed record LayerGradients<T>(
    BlockedMatrix<T> Output, BlockedMatrix<T> Input, bool AddsToInput, BlockedMatrix<T>? Skipped, bool AddsToSkipped,
    BlockedMatrix<T> Scratch, GradientProduct<T> Product)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
