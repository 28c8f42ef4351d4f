namespace FanIn.Theory;

/// <summary>The root of a continuous function between two points where its signs differ.</summary>
internal static class Root
{
    private const int MostSteps = 200;

    /// <summary>Brent's method: bisection with secants and inverse quadratic steps, to the last digits.</summary>
    /// <param name="function">Continuous.</param>
    /// <param name="low">One end.</param>
    /// <param name="high">The other; the signs of the function at both differ.</param>
    public static double Between(Func<double, double> function, double low, double high)
    {
        double a = low, b = high, fa = function(a), fb = function(b);
        double c = a, fc = fa, d = b - a, e = d;
        for (var step = 0; step < MostSteps && fb != 0; step++)
        {
            if (fb > 0 == fc > 0)
            {
                (c, fc, d) = (a, fa, b - a);
                e = d;
            }

            if (Math.Abs(fc) < Math.Abs(fb))
            {
                (a, b, c) = (b, c, b);
                (fa, fb, fc) = (fb, fc, fb);
            }

            var tolerance = 2.2e-16 * Math.Abs(b);
            var half = (c - b) / 2;
            if (Math.Abs(half) <= tolerance)
            {
                break;
            }

            if (Math.Abs(e) >= tolerance && Math.Abs(fa) > Math.Abs(fb) && Interpolate(a, b, c, fa, fb, fc) is var jump
                && 2 * Math.Abs(jump) < Math.Min(3 * Math.Abs(half) - tolerance, Math.Abs(e)) && jump > 0 == half > 0)
            {
                (e, d) = (d, jump);
            }
            else
            {
                (d, e) = (half, half);
            }

            (a, fa) = (b, fb);
            b += Math.Abs(d) > tolerance ? d : half > 0 ? tolerance : -tolerance;
            fb = function(b);
        }

        return b;
    }

    /// <summary>The step from b that a secant or an inverse parabola through the three points asks for.</summary>
    private static double Interpolate(double a, double b, double c, double fa, double fb, double fc)
    {
        var s = fb / fa;
        if (a == c)
        {
            return (c - b) * s / (s - 1);
        }

        var t = fa / fc;
        var r = fb / fc;
        return s * ((c - b) * t * (t - r) - (b - a) * (r - 1)) / -((t - 1) * (r - 1) * (s - 1));
    }
}
