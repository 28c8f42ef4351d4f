namespace FanIn.Theory.Quadrature;

/// <summary>The Gauss–Hermite rule of n points for the standard normal density: exact for polynomials below degree 2n.</summary>
internal sealed class GaussHermite
{
    /// <summary>Finds the roots of He_n between those of He_{n−1}.</summary>
    /// <param name="count">Number of points, at least 1.</param>
    public GaussHermite(int count)
    {
        double[] roots = [];
        for (var n = 1; n <= count; n++)
        {
            var bound = 2 * Math.Sqrt(n) + 1;
            double[] edges = [-bound, .. roots, bound];
            roots = new double[n];
            for (var i = 0; i < n; i++)
            {
                roots[i] = Root.Between(x => Hermite(n, x).Value, edges[i], edges[i + 1]);
            }
        }

        Points = roots;
        Weights = [.. roots.Select(x => 1 / (count * Square(Hermite(count, x).Before)))];
    }

    /// <summary>Ascending.</summary>
    public double[] Points { get; }

    /// <summary>They add up to 1.</summary>
    public double[] Weights { get; }

    private static double Square(double x) => x * x;

    /// <summary>He_n/√n! and He_{n−1}/√(n−1)! at x.</summary>
    private static (double Value, double Before) Hermite(int n, double x)
    {
        double before = 0, value = 1;
        for (var k = 0; k < n; k++)
        {
            (before, value) = (value, (x * value - Math.Sqrt(k) * before) / Math.Sqrt(k + 1));
        }

        return (value, before);
    }
}
