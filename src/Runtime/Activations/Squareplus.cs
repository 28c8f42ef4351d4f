using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>φ(x) = (x + √(x² + b)) / 2 (Barron 2021), without its loss of digits to the left. Error at most 2.8 ulp, of φ′ 2.4.</summary>
/// <param name="b">φ(0) = √b / 2; above 0.</param>
public readonly struct Squareplus(double b) : IActivation
{
    /// <inheritdoc/>
    public static ActivationRange Range => ActivationRange.NonNegative;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var y = TVector.Abs(x);
        var sum = HalfSum(y, Root(y));
        return TVector.Select(TVector.LessThan(x, TVector.Constant(0)), TVector.Constant(b / 4) / sum, sum);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var y = TVector.Min(TVector.Constant(TVector.IsDouble ? double.MaxValue : float.MaxValue), TVector.Abs(x));
        var huge = TVector.LessThan(TVector.Constant(TVector.IsDouble ? 1e150 : 1e18), y);
        var down = TVector.Constant(TVector.IsDouble ? TwoToMinus540 : TwoToMinus70);
        var scale = TVector.Select(huge, down, TVector.Constant(1));
        y *= scale;
        var square = TVector.FusedMultiplyAdd(y, y, TVector.Constant(b) * scale * scale);
        var root = TVector.Sqrt(square);

        // With r = √(y² + b) it is (y + r) / 2r to the right and b / (2r (y + r)) to the left, y taken so small that no square overflows.
        var sum = TVector.FusedMultiplyAdd(y, root, square);
        var left = TVector.Constant(b / 2) * scale / sum * scale;
        return TVector.Select(TVector.LessThan(x, TVector.Constant(0)), left, sum / (square + square));
    }

    /// <summary>√(y² + b), also where y² is infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Root<TVector>(TVector y)
        where TVector : struct, IVector<TVector>
    {
        var root = TVector.Sqrt(TVector.FusedMultiplyAdd(y, y, TVector.Constant(b)));
        return TVector.Select(TVector.LessThan(root, TVector.Constant(double.PositiveInfinity)), root, y);
    }

    /// <summary>(y + root) / 2: φ to the right; to the left it is b/4 divided by this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector HalfSum<TVector>(TVector y, TVector root)
        where TVector : struct, IVector<TVector> => TVector.FusedMultiplyAdd(TVector.Constant(0.5), y, TVector.Constant(0.5) * root);

    private const double TwoToMinus540 = 2.778448436856347e-163;
    private const double TwoToMinus70 = 8.470329472543003e-22;
}
