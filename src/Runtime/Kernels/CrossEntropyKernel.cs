using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// Softmax cross entropy of a block of samples and its gradient, (softmax(z) − y) · factor. Each sample's sums go over its units in their
/// order, from +0; the largest z is subtracted first, so that nothing overflows.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="z">The outputs, [unit][sample].</param>
/// <param name="y">The targets, likewise.</param>
/// <param name="dz">Receives the gradient, likewise; holds e^(z − max) for a while.</param>
/// <param name="losses">Receives the loss of each sample.</param>
/// <param name="units">Units of a sample.</param>
/// <param name="stride">Samples that the block has room for: whole vectors, or one.</param>
/// <param name="factor">What each sample's part is divided by, as a factor.</param>
internal readonly unsafe struct CrossEntropyKernel<T>(T* z, T* y, T* dz, T* losses, int units, int stride, T factor) : IVectorKernel<T>
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
            var max = TVector.Load(in z[sample]);
            for (long i = sample + stride; i < end; i += stride)
                max = TVector.Max(max, TVector.Load(in z[i]));
            TVector sum = default, target = default;
            for (long i = sample; i < end; i += stride)
            {
                var shifted = TVector.Load(in z[i]) - max;
                target = TVector.FusedMultiplyAdd(TVector.Load(in y[i]), shifted, target);
                var e = Functions.Exp(shifted);
                e.Store(ref dz[i]);
                sum += e;
            }

            (Functions.Log(sum) - target).Store(ref losses[sample]);
            for (long i = sample; i < end; i += stride)
                (((TVector.Load(in dz[i]) / sum) - TVector.Load(in y[i])) * scale).Store(ref dz[i]);
        }
    }
}
