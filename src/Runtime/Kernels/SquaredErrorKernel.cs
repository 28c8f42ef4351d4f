using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>The squared error of a block of samples, mean over their units, and its gradient, (z − y) · factor.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="z">The outputs, [unit][sample].</param>
/// <param name="y">The targets, likewise.</param>
/// <param name="dz">Receives the gradient, likewise.</param>
/// <param name="losses">Receives the loss of each sample.</param>
/// <param name="units">Units of a sample.</param>
/// <param name="stride">Samples that the block has room for: whole vectors, or one.</param>
/// <param name="factor">2 / (batch · units).</param>
internal readonly unsafe struct SquaredErrorKernel<T>(T* z, T* y, T* dz, T* losses, int units, int stride, T factor) : IVectorKernel<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        var (end, scale) = ((long)units * stride, TVector.Broadcast(factor));
        for (var sample = 0; sample < stride; sample += TVector.Count)
        {
            TVector sum = default;
            for (long i = sample; i < end; i += stride)
            {
                var error = TVector.Load(in z[i]) - TVector.Load(in y[i]);
                sum = TVector.FusedMultiplyAdd(error, error, sum);
                (error * scale).Store(ref dz[i]);
            }

            (sum / TVector.Constant(units)).Store(ref losses[sample]);
        }
    }
}
