using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// a = z W (+ b), z = φ(a) for one block of samples. Contract, to the bit: <c>a_ij = fma(z_ik, W_kj, a_ij)</c> from +0 with k
/// ascending, one chain an element; then the bias is added; then φ is applied. No vector runs over k, so that its width changes nothing.
/// </summary>
internal static unsafe class DenseKernel
{
    /// <summary>Computes the block with vectors of this width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T, TActivation>(in DenseBlock<T> block, TActivation activation, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TActivation : struct, IActivation
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                Forward<T, Lanes512<T>, TActivation>(block, activation);
                break;
            case VectorWidth.Bits256:
                Forward<T, Lanes256<T>, TActivation>(block, activation);
                break;
            case VectorWidth.Bits128:
                Forward<T, Lanes128<T>, TActivation>(block, activation);
                break;
            default:
                Forward<T, Lane<T>, TActivation>(block, activation);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Forward<T, TVector, TActivation>(in DenseBlock<T> block, TActivation activation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
        where TActivation : struct, IActivation
    {
        // A tile applies what is but a lower bound while its sums are in registers; anything else waits for the whole block.
        var isRelu = typeof(TActivation) == typeof(Relu) && block.PreActivations == block.Output;
        var floor = isRelu ? T.Zero : T.NegativeInfinity;
        if (block.RowStride == 1)
            DenseProduct.OneSample<T, TVector>(block, floor);
        else
            DenseProduct.Samples<T, TVector>(block, floor);
        if (isRelu || (typeof(TActivation) == typeof(Identity) && block.PreActivations == block.Output))
            return;

        // While the block is in the cache.
        var count = block.FanOut * block.RowStride;
        new ActivationKernel<T, TActivation>(block.PreActivations, block.Output, count, activation).Run<TVector>();
    }
}
