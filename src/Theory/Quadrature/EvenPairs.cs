using System.Runtime.CompilerServices;
using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;

namespace FanIn.Theory.Quadrature;

/// <summary>
/// E φ² − E φφ̃ = E_μ Var_ξ φ(μ + τξ) by sums over even steps of both. Where the windows around two μ overlap they share their points.
/// </summary>
internal static class EvenPairs
{
    private const double Reach = 7.5;
    private const double Step = 0.6;
    private const double MostPoints = 200_000;

    /// <summary>The distance, to about 1e-7; NaN where it takes too many points.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="q">Variance of both pre-activations, above 0.</param>
    /// <param name="d">1 − c, between 0 and 1.</param>
    /// <param name="resolved">What <see cref="EvenSteps.Find"/> found.</param>
    public static double Distance(IScalarActivation activation, double q, double d, double resolved)
    {
        // What was averaged over τ needs no shorter steps than that, whatever φ is like.
        var (shared, own) = (Math.Sqrt(q * (1 - d)), Math.Sqrt(q * d));
        var inner = Math.Min(Step * own, resolved);
        var outer = Math.Min(Step * shared, Math.Max(resolved, Step * own));
        return shared / outer * (own / inner) <= MostPoints / (4 * Reach * Reach)
            ? Sum(activation, shared, own, outer, inner) : double.NaN;
    }

    [MethodImpl(Compile.AtOnce)]
    private static double Sum(IScalarActivation activation, double shared, double own, double outer, double inner)
    {
        // To share points, a step of μ is a whole number of those of τξ.
        var isShared = outer >= inner && outer < Reach * own;
        var stride = isShared ? (int)Math.Ceiling(outer / inner) : 1;
        var h = isShared ? outer / stride : inner;
        var weights = Weights((int)Math.Ceiling(Reach * own / h), h / own);
        var half = weights.Length / 2;
        var count = (int)Math.Ceiling(Reach * shared / outer);
        var values = new double[isShared ? 2 * (half + count * stride) + 1 : weights.Length];
        double sum = 0, density = 0;
        for (var j = -count; j <= count; j++)
        {
            var mu = j * outer;
            var start = isShared ? (j + count) * stride : 0;
            for (var i = isShared && j > -count ? half - stride + 1 : -half; i <= half; i++)
            {
                values[start + half + i] = activation.Value(mu + i * h);
            }

            var weight = Elementary.Exp(-0.5 * (mu / shared) * (mu / shared));
            sum += weight * Variance(values, start, weights);
            density += weight;
        }

        return sum / density;
    }

    /// <summary>Var_ξ φ in one window.</summary>
    [MethodImpl(Compile.AtOnce)]
    private static double Variance(double[] values, int start, double[] weights)
    {
        double shifts = 0, squares = 0;
        var centre = values[start + weights.Length / 2];
        for (var i = 0; i < weights.Length; i++)
        {
            var shift = values[start + i] - centre;
            shifts += weights[i] * shift;
            squares += weights[i] * (shift * shift);
        }

        return Math.Max(squares - shifts * shifts, 0);
    }

    /// <summary>Those of a Gaussian; they add up to 1.</summary>
    private static double[] Weights(int half, double step)
    {
        var weights = new double[2 * half + 1];
        var sum = 0.0;
        for (var i = -half; i <= half; i++)
        {
            weights[half + i] = Elementary.Exp(-0.5 * (i * step) * (i * step));
            sum += weights[half + i];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= sum;
        }

        return weights;
    }
}
