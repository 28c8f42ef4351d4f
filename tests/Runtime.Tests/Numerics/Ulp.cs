using System.Numerics;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>A number m·2ⁿ that may lie beyond the range of doubles.</summary>
internal readonly record struct Scaled(DoubleDouble Mantissa, int Exponent)
{
    public static implicit operator Scaled(DoubleDouble value) => new(value, 0);
}

/// <summary>Distances in units in the last place of the correctly rounded result.</summary>
internal static class Ulp
{
    /// <summary>|actual − exact| in ulp; infinite if one is NaN or infinite and the other is not that.</summary>
    public static double Error<T>(T actual, Scaled exact)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rounded = Round<T>(exact);
        if (!T.IsFinite(actual) || !T.IsFinite(rounded))
            return actual.Equals(rounded) ? 0 : double.PositiveInfinity;

        var exponent = ExponentOf<T>(double.CreateChecked(T.Abs(rounded)));
        var difference = Math.ScaleB(double.CreateChecked(actual), -exact.Exponent) - exact.Mantissa;
        return Math.ScaleB(Math.Abs(difference.High), exact.Exponent - exponent);
    }

    /// <summary>The unit in the last place of the T nearest to a number.</summary>
    public static double Of<T>(double number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Math.ScaleB(1, ExponentOf<T>(double.CreateChecked(T.Abs(T.CreateSaturating(number)))));

    /// <summary>Of the unit in the last place of a T.</summary>
    private static int ExponentOf<T>(double magnitude)
    {
        var (precision, lowest) = typeof(T) == typeof(double) ? (53, -1074) : (24, -149);
        return magnitude == 0 ? lowest : Math.Max(Math.ILogB(magnitude) - precision + 1, lowest);
    }

    /// <summary>The nearest T.</summary>
    public static T Round<T>(Scaled exact)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateSaturating(Math.ScaleB(exact.Mantissa.High, exact.Exponent));
}
