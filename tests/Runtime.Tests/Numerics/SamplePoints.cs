using System.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>Arguments to try a function with; the same in every run.</summary>
internal static class SamplePoints
{
    /// <summary>Signed zeros, infinities, NaN, the ends of the subnormal, normal and finite range, ones and their neighbours.</summary>
    public static T[] Special<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var smallestNormal = T.CreateChecked(typeof(T) == typeof(double) ? 2.2250738585072014e-308 : 1.1754943508222875e-38);
        T[] positive =
        [
            T.Zero, T.Epsilon, T.Epsilon + T.Epsilon, T.BitDecrement(smallestNormal), smallestNormal, T.BitIncrement(smallestNormal),
            T.BitDecrement(T.One), T.One, T.BitIncrement(T.One), T.E, T.Pi, T.MaxValue, T.PositiveInfinity, T.NaN,
        ];
        return [.. positive, .. positive.Select(x => -x)];
    }

    /// <summary>Evenly over the bit patterns: every sign and exponent, infinities and NaN included.</summary>
    public static T[] Bits<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(1);
        var bytes = new byte[count * System.Runtime.CompilerServices.Unsafe.SizeOf<T>()];
        random.NextBytes(bytes);
        return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }

    /// <summary>Evenly over an interval.</summary>
    public static T[] Uniform<T>(double low, double high, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(2);
        return Fill<T>(count, () => low + (high - low) * random.NextDouble());
    }

    /// <summary>Evenly over the logarithms of an interval of positive numbers.</summary>
    public static T[] Logarithmic<T>(double low, double high, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(3);
        return Fill<T>(count, () => Math.Exp(Math.Log(low) + (Math.Log(high) - Math.Log(low)) * random.NextDouble()));
    }

    private static T[] Fill<T>(int count, Func<double> next)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var points = new T[count];
        for (var i = 0; i < count; i++)
            points[i] = T.CreateChecked(next());
        return points;
    }
}
