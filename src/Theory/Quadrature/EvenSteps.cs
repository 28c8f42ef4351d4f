using System.Runtime.CompilerServices;
using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;

namespace FanIn.Theory.Quadrature;

/// <summary>
/// Averages of an analytic φ by sums over even steps, whose error falls geometrically with the number of steps (Trefethen and Weideman
/// 2014, theorem 5.1): where half as many steps give half of the digits, all of them give all.
/// </summary>
internal static class EvenSteps
{
    private const double HalfOfTheDigits = 1e-6;
    private const double Reach = 8.5;

    // So many to each side of a Gaussian, if φ asks for no more.
    private const int FewestSteps = 16;
    private const int MostSteps = 128;

    /// <summary>Half of the steps that resolve φ, found around 0; 0 where there are none, as at a kink.</summary>
    public static double Find(IScalarActivation activation)
    {
        for (var count = FewestSteps; count <= MostSteps; count *= 2)
        {
            if (IsNear(Level(activation, 1, count), Level(activation, 1, count / 2)))
            {
                return 2 * Reach / count;
            }
        }

        return 0;
    }

    /// <summary>The size of a signal and of a gradient after φ, to about 1e-12; null where other ways are faster.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="s">Standard deviation of the pre-activations, above 0.</param>
    /// <param name="step">What <see cref="Find"/> found.</param>
    public static SignalLevel? Level(IScalarActivation activation, double s, double step)
    {
        var count = Math.Max(FewestSteps, Math.Ceiling(2 * s * Reach / step));
        return count <= MostSteps ? Level(activation, s, (int)count) : null;
    }

    [MethodImpl(Compile.AtOnce)]
    private static SignalLevel Level(IScalarActivation activation, double s, int count)
    {
        var centre = activation.Value(0);
        double weights = 0, shift = 0, square = 0, slopes = 0;
        for (var i = -count; i <= count; i++)
        {
            var z = Reach * i / count;
            var weight = Elementary.Exp(-0.5 * z * z);
            var (value, slope) = activation.Both(s * z);
            weights += weight;
            shift += weight * (value - centre);
            square += weight * ((value - centre) * (value - centre));
            slopes += weight * (slope * slope);
        }

        return SignalLevel.Around(centre, shift / weights, square / weights, slopes / weights);
    }

    private static bool IsNear(SignalLevel all, SignalLevel half) =>
        Math.Abs(all.Variance - half.Variance) <= HalfOfTheDigits * all.Variance
        && Math.Abs(all.SlopeSecond - half.SlopeSecond) <= HalfOfTheDigits * all.SlopeSecond
        && Math.Abs(all.Mean - half.Mean) <= HalfOfTheDigits * Math.Sqrt(all.Second);
}
