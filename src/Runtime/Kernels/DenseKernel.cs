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
    /// <summary>
    /// The kernel for vectors of this width and blocks of one sample or of many: chosen once, when the layer is made, so that a small net
    /// does not pay for the choice, and that no other is compiled.
    /// </summary>
    /// <typeparam name="T">The dtype.</typeparam>
    /// <typeparam name="TActivation">φ.</typeparam>
    /// <param name="width">Of the vectors.</param>
    /// <param name="rowStride">Of the blocks: 1 where they hold one sample.</param>
    public static delegate*<in DenseBlock<T>, TActivation, void> For<T, TActivation>(VectorWidth width, int rowStride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TActivation : struct, IActivation => width switch
        {
            VectorWidth.Bits512 => For<T, Lanes512<T>, TActivation>(rowStride),
            VectorWidth.Bits256 => For<T, Lanes256<T>, TActivation>(rowStride),
            VectorWidth.Bits128 => For<T, Lanes128<T>, TActivation>(rowStride),
            _ => For<T, Lane<T>, TActivation>(rowStride),
        };

    private static delegate*<in DenseBlock<T>, TActivation, void> For<T, TVector, TActivation>(int rowStride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
        where TActivation : struct, IActivation =>
        rowStride == 1 ? &OneSample<T, TVector, TActivation> : &Samples<T, TVector, TActivation>;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Samples<T, TVector, TActivation>(in DenseBlock<T> block, TActivation activation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
        where TActivation : struct, IActivation
    {
        DenseProduct.Samples<T, TVector>(block, Floor<T, TActivation>(block));
        ActivateRest<T, TVector, TActivation>(block, activation);
    }

    /// <summary>One sample, whose units lie side by side. Where they fit into one vector, the sums never leave their register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneSample<T, TVector, TActivation>(in DenseBlock<T> block, TActivation activation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
        where TActivation : struct, IActivation
    {
        if (block.FanOut > TVector.Count)
        {
            DenseProduct.ManyVectorsOfUnits<T, TVector>(block, Floor<T, TActivation>(block));
            ActivateRest<T, TVector, TActivation>(block, activation);
            return;
        }

        var sums = DenseProduct.OneVectorOfUnits<T, TVector>(block);
        if (block.PreActivations != block.Output)
            sums.Store(ref *block.PreActivations);
        activation.Apply(sums).Store(ref *block.Output);
    }

    /// <summary>A tile applies what is but a lower bound while its sums are in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Floor<T, TActivation>(in DenseBlock<T> block)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(TActivation) == typeof(Relu) && block.PreActivations == block.Output ? T.Zero : T.NegativeInfinity;

    /// <summary>Anything else waits for the whole block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ActivateRest<T, TVector, TActivation>(in DenseBlock<T> block, TActivation activation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : struct, IVector<TVector, T>
        where TActivation : struct, IActivation
    {
        var isDone = typeof(TActivation) == typeof(Relu) || typeof(TActivation) == typeof(Identity);
        if (isDone && block.PreActivations == block.Output)
            return;

        // While the block is in the cache.
        var count = block.FanOut * block.RowStride;
        new ActivationKernel<T, TActivation>(block.PreActivations, block.Output, count, activation).Run<TVector>();
    }
}
