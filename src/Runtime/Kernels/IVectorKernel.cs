using System.Numerics;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>A loop that is written once for vectors of every width, with the memory that it works on as its fields.</summary>
/// <typeparam name="T">The dtype.</typeparam>
internal interface IVectorKernel<T>
    where T : unmanaged
{
    /// <summary>Runs the loop.</summary>
    void Run<TVector>()
        where TVector : struct, IVector<TVector, T>;
}

/// <summary>Runs kernels with vectors of a width.</summary>
internal static class VectorKernel
{
    /// <summary>Runs the kernel.</summary>
    public static void Run<T, TKernel>(TKernel kernel, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernel : struct, IVectorKernel<T>
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                kernel.Run<Lanes512<T>>();
                break;
            case VectorWidth.Bits256:
                kernel.Run<Lanes256<T>>();
                break;
            case VectorWidth.Bits128:
                kernel.Run<Lanes128<T>>();
                break;
            default:
                kernel.Run<Lane<T>>();
                break;
        }
    }

    /// <summary>
    /// Runs a kernel that takes samples apart from each other: a sample that lies alone, its units side by side, goes by itself.
    /// </summary>
    public static void RunOverSamples<T, TKernel>(TKernel kernel, int rowStride, VectorWidth width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernel : struct, IVectorKernel<T> => Run<T, TKernel>(kernel, rowStride == 1 ? VectorWidth.Scalar : width);
}
