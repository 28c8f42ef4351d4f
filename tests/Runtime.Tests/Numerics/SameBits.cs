using System.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>Equality to the bit, but all NaN are one: machines differ in the sign and payload of those they make.</summary>
internal static class SameBits
{
    public static bool Are<T>(T left, T right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.IsNaN(left) ? T.IsNaN(right) : left == right && T.IsNegative(left) == T.IsNegative(right);

    public static void Assert<T>(T expected, T actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Xunit.Assert.True(Are(expected, actual), $"Expected {Text(expected)}, found {Text(actual)}.");

    private static string Text<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.IsNegative(value) && value == T.Zero ? "-0" : $"{value}";
}
