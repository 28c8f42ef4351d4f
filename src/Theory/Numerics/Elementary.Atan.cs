using System.Runtime.CompilerServices;

namespace FanIn.Theory.Numerics;

public static partial class Elementary
{
    private static readonly (double High, double Low)[] AtanOfHalves =
    [
        (4.63647609000806093515e-01, 2.26987774529616870924e-17), (7.85398163397448278999e-01, 3.06161699786838301793e-17),
        (9.82793723247329054082e-01, 1.39033110312309984516e-17), (1.57079632679489655800e+00, 6.12323399573676603587e-17),
    ];

    /// <summary>arctan x; odd. At most 1 ulp (fdlibm, s_atan.c).</summary>
    public static double Atan(double x)
    {
        var a = Math.Abs(x);
        if (a < 0.4375)
        {
            return x - x * AtanSeries(x * x);
        }

        // From ½, 1, 3⁄2 or ∞ on.
        var (near, rest) = a < 0.6875 ? (0, (2 * a - 1) / (2 + a))
            : a < 1.1875 ? (1, (a - 1) / (a + 1))
            : a < 2.4375 ? (2, (a - 1.5) / (1 + 1.5 * a))
            : (3, -1 / a);
        var (high, low) = AtanOfHalves[near];
        var magnitude = high - (rest * AtanSeries(rest * rest) - low - rest);
        return double.IsNaN(x) ? x : x < 0 ? -magnitude : magnitude;
    }

    /// <summary>The angle from 0 to π of a direction above the axis. At most 2 ulp.</summary>
    /// <param name="sine">Its height, not negative; sine and cosine may have any common factor.</param>
    /// <param name="cosine">How far to the right it points.</param>
    public static double Angle(double sine, double cosine) =>
        sine > Math.Abs(cosine) ? Math.PI / 2 - Atan(cosine / sine)
        : cosine < 0 ? Math.PI - Atan(sine / -cosine)
        : sine == 0 ? 0 : Atan(sine / cosine);

    /// <summary>δ − sin δ of an angle from 0 to π, relatively accurate also for small ones.</summary>
    /// <param name="angle">δ.</param>
    /// <param name="sine">sin δ.</param>
    internal static double AngleLessSine(double angle, double sine)
    {
        var z = angle * angle;
        return angle > 0.5 ? angle - sine
            : angle * z / 6 * (1 - z / 20 * (1 - z / 42 * (1 - z / 72 * (1 - z / 110 * (1 - z / 156)))));
    }

    /// <summary>sin θ − θ cos θ of an angle from 0 to π/2, relatively accurate also for small ones.</summary>
    /// <param name="angle">θ.</param>
    /// <param name="sine">sin θ.</param>
    /// <param name="cosine">cos θ.</param>
    internal static double SineLessArc(double angle, double sine, double cosine)
    {
        var z = angle * angle;
        return angle > 0.5 ? sine - angle * cosine
            : angle * z / 3 * (1 - z / 10 * (1 - z / 28 * (1 - z / 54 * (1 - z / 88 * (1 - z / 130)))));
    }

    /// <summary>1 − arctan(x)/x as a function of x².</summary>
    private static double AtanSeries(double z)
    {
        var w = z * z;
        var even = z * (3.33333333333329318027e-01 + w * (1.42857142725034663711e-01 + w * (9.09088713343650656196e-02
            + w * (6.66107313738753120669e-02 + w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)))));
        return even + w * (-1.99999999998764832476e-01 + w * (-1.11111104054623557880e-01 + w * (-7.69187620504482999495e-02
            + w * (-5.83357013379057348645e-02 + w * -3.65315727442169155270e-02))));
    }
}
