using System.Runtime.Intrinsics;

namespace FanIn.Runtime.Kernels;

/// <summary>Width of the vectors that kernels use, in bits. Results do not depend on it.</summary>
internal enum VectorWidth
{
    /// <summary>One element at a time.</summary>
    Scalar = 0,

    /// <summary>128 bits.</summary>
    Bits128 = 128,

    /// <summary>256 bits.</summary>
    Bits256 = 256,

    /// <summary>512 bits.</summary>
    Bits512 = 512,
}

/// <summary>The width for this machine.</summary>
internal static class VectorWidths
{
    /// <summary>The widest that the machine accelerates.</summary>
    public static VectorWidth Preferred { get; } =
        Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256
        : Vector128.IsHardwareAccelerated ? VectorWidth.Bits128
        : VectorWidth.Scalar;
}
