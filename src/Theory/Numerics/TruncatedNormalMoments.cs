namespace FanIn.Theory.Numerics;

/// <summary>Moments of the standard normal distribution between two bounds.</summary>
/// <param name="Mean">E z.</param>
/// <param name="Std">√Var z; 0 where there is next to nothing between the bounds.</param>
/// <param name="Fourth">E z⁴.</param>
public readonly record struct TruncatedNormalMoments(double Mean, double Std, double Fourth)
{
    /// <summary>
    /// With Z = Φ(b) − Φ(a): E z = (φ(a) − φ(b))/Z, Var z = 1 + (a φ(a) − b φ(b))/Z − (E z)²,
    /// E z⁴ = 3 + 3(a φ(a) − b φ(b))/Z + (a³ φ(a) − b³ φ(b))/Z (Johnson, Kotz and Balakrishnan 1994, §13.10.1). The std for ±2 is
    /// 0.8796256610342398.
    /// </summary>
    /// <param name="low">a.</param>
    /// <param name="high">b, above a.</param>
    public static TruncatedNormalMoments Between(double low, double high)
    {
        // Above the mean probabilities crowd at 1; their mirror image below it is exact.
        if (low > 0)
        {
            var mirrored = Between(-high, -low);
            return mirrored with { Mean = -mirrored.Mean };
        }

        var mass = Elementary.NormalCdf(high) - Elementary.NormalCdf(low);
        if (!(mass > 0))
        {
            return default;
        }

        var (atLow, atHigh) = (Elementary.NormalDensity(low), Elementary.NormalDensity(high));
        var mean = (atLow - atHigh) / mass;
        var edges = ((low * atLow) - (high * atHigh)) / mass;
        var cubes = (Cube(low, atLow) - Cube(high, atHigh)) / mass;
        return new(mean, Math.Sqrt(Math.Max(0, 1 + edges - (mean * mean))), 3 + (3 * edges) + cubes);
    }

    /// <summary>Far out the density is 0 and the cube may be infinite.</summary>
    private static double Cube(double x, double density) => density == 0 ? 0 : x * x * x * density;
}
