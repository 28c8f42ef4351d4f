using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Activations;

/// <summary>What <see cref="Softshrink"/> and <see cref="Hardshrink"/> share: the slope, 1 beyond ±λ and 0 between.</summary>
internal static class Shrinking
{
    public static double[] Kinks(double lambda) => lambda == 0 ? [0] : [-lambda, lambda];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Slope<TVector>(TVector x, double lambda)
        where TVector : struct, IVector<TVector>
    {
        var end = TVector.Constant(lambda);
        var one = TVector.Constant(1);
        var right = TVector.LessThan(end, x) & one;
        var slope = TVector.Select(TVector.LessThan(-end, x), right, one);
        return TVector.Select(TVector.Equal(x, x), slope, x);
    }
}
