using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// a = z W (+ b), z = φ(a) for one block of samples. Contract, to the bit: <c>a_ij = fma(z_ik, W_kj, a_ij)</c> from +0 with k
/// ascending, one chain an element; then the bias is added; then φ is applied. Vectors run over samples, so that their width changes
/// nothing.
/// </summary>
internal static unsafe class DenseKernel
{
    /// <summary>Computes the block with vectors of this width.</summary>
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

    private static void Forward<T, TVector, TActivation>(in DenseBlock<T> block, TActivation activation)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
        where TActivation : struct, IActivation
    {
        for (var row = 0; row < block.Rows; row += DenseTiles.Vectors * TVector.Count)
            Multiply<T, TVector>(block, row);
        Activate<T, TVector, TActivation>(block, activation);
    }

    /// <summary>a without the bias, for as many samples as a tile has.</summary>
    private static void Multiply<T, TVector>(in DenseBlock<T> block, int row)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        var z = block.Input + row;
        var a = block.PreActivations + row;
        var (rows, unit) = (block.Rows, 0);
        if (TVector.Count * sizeof(T) == 64)        // 512 bits come with 32 registers
        {
            for (; unit + 5 <= block.FanOut; unit += 5)
                DenseTiles.Units5<T, TVector>(z, block.Weights + unit, a + (unit * rows), block.FanIn, block.FanOut, rows);
        }

        for (; unit + 2 <= block.FanOut; unit += 2)
            DenseTiles.Units2<T, TVector>(z, block.Weights + unit, a + (unit * rows), block.FanIn, block.FanOut, rows);
        for (; unit < block.FanOut; unit++)
            DenseTiles.Units1<T, TVector>(z, block.Weights + unit, a + (unit * rows), block.FanIn, block.FanOut, rows);
    }

    /// <summary>Adds the bias and applies φ, while the block is in the cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Activate<T, TVector, TActivation>(in DenseBlock<T> block, TActivation activation)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
        where TActivation : struct, IActivation
    {
        var keepsPre = block.PreActivations != block.Output;
        for (var unit = 0; unit < block.FanOut; unit++)
        {
            var pre = block.PreActivations + (unit * block.Rows);
            var z = block.Output + (unit * block.Rows);
            for (var row = 0; row < block.Rows; row += TVector.Count)
            {
                var a = TVector.Load(in pre[row]);
                if (block.Bias != null)
                {
                    a += TVector.Broadcast(block.Bias[unit]);
                    if (keepsPre)
                        a.Store(ref pre[row]);
                }

                activation.Apply(a).Store(ref z[row]);
            }
        }
    }
}
