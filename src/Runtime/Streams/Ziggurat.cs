using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Streams;

/// <summary>
/// Standard normals by the ziggurat (Marsaglia and Tsang, 2000) with 256 strips of equal area, as <c>standard_normal</c> draws them:
/// 99 % of the values take one word and one comparison.
/// </summary>
internal static class Ziggurat
{
    private const double TailStart = 3.6541528853610087963519472518;
    private const double InverseTailStart = 0.27366123732975827203338247596;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Next<TGenerator>(ref TGenerator generator)
        where TGenerator : struct, IWordGenerator
    {
        // 8 bits choose the strip, one is the sign, 52 are the place in the strip.
        var word = generator.NextUInt64();
        var strip = (byte)word;
        var place = word >> 9 & 0x000FFFFFFFFFFFFF;
        var x = WithSign((long)place * ZigguratTables.Width[strip], word);
        return place < ZigguratTables.Inside[strip] ? x : OutsideOfStrip(ref generator, word, x);
    }

    /// <summary>The place lies in the wedge beside the strip's rectangle, or in the tail below strip 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double OutsideOfStrip<TGenerator>(ref TGenerator generator, ulong word, double x)
        where TGenerator : struct, IWordGenerator
    {
        while (true)
        {
            var strip = (byte)word;
            if (strip == 0)
                return Tail(ref generator, negative: (word >> 17 & 1) != 0);

            var low = ZigguratTables.Density[strip];
            if ((ZigguratTables.Density[strip - 1] - low) * generator.NextDouble() + low < Math.Exp(-0.5 * x * x))
                return x;

            word = generator.NextUInt64();
            strip = (byte)word;
            var place = word >> 9 & 0x000FFFFFFFFFFFFF;
            x = WithSign((long)place * ZigguratTables.Width[strip], word);
            if (place < ZigguratTables.Inside[strip])
                return x;
        }
    }

    private static double Tail<TGenerator>(ref TGenerator generator, bool negative)
        where TGenerator : struct, IWordGenerator
    {
        while (true)
        {
            var beyond = -InverseTailStart * LogOnePlus.Evaluate(-generator.NextDouble());
            var y = -LogOnePlus.Evaluate(-generator.NextDouble());
            if (y + y > beyond * beyond)
                return negative ? -(TailStart + beyond) : TailStart + beyond;
        }
    }

    /// <summary>A magnitude with the word's ninth bit as its sign, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double WithSign(double magnitude, ulong word) =>
        BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(magnitude) ^ (word << 55 & 0x8000000000000000));
}
