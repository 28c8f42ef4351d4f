using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

/// <summary>
/// FanIn's own elementary functions, over any <see cref="IVector{TSelf}"/>: fixed polynomials in fused multiply-adds, the same operations
/// in every lane width and on every machine, no C library. The largest error stands with each function, in units in the last place of
/// the correctly rounded value: measured over 20 million arguments for <see cref="double"/>, over all for <see cref="float"/>. Special
/// values and signs are exact.
/// </summary>
/// <remarks>
/// The coefficients are minimax fits of the relative error (Lawson's iteration at 40 digits on the reduced interval), rounded one after
/// the other from the lowest degree up, the rest fitted again after each.
/// All of a function is inlined where it is called. The JIT has a budget for that: a kernel that holds two or three copies (one for whole
/// vectors, one for the rest) runs out of it and calls every addition, so give each copy a method of its own.
/// </remarks>
public static partial class Functions
{
    // ln 2 as the sum of two numbers of the dtype.
    private const double Ln2Double = 0.6931471805599453;
    private const double Ln2DoubleRest = 2.3190468138462996e-17;
    private const double Ln2Single = 0.6931471824645996;
    private const double Ln2SingleRest = -1.9046542121259336e-09;

    /// <summary><c>x·y + constant</c>: one step of Horner's scheme.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MultiplyAdd<TVector>(TVector x, TVector y, double constant)
        where TVector : struct, IVector<TVector> => TVector.FusedMultiplyAdd(x, y, TVector.Constant(constant));

    /// <summary>Added to a small number, leaves that one rounded to an integer in the low bits: 1.5·2⁵², 1.5·2²³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Rounder<TVector>()
        where TVector : struct, IVector<TVector> => TVector.Constant(TVector.IsDouble ? 6755399441055744.0 : 12582912.0);

    /// <summary>The bits of an integer below the mantissa, made the exponent of a power of two: shifted by 52 or 23.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ToExponent<TVector>(TVector integerBits)
        where TVector : struct, IVector<TVector> => TVector.ShiftLeft(integerBits, TVector.IsDouble ? 52 : 23);

    /// <summary>Only the sign bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SignBit<TVector>()
        where TVector : struct, IVector<TVector> => TVector.Constant(-0.0);
}
