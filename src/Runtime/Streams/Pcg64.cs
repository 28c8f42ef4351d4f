using System.Numerics;
using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Streams;

/// <summary>PCG64 (O'Neill, 2014): a 128-bit linear congruential generator with XSL-RR output, as NumPy seeds it.</summary>
internal struct Pcg64 : IWordGenerator
{
    private const ulong MultiplierHigh = 2549297995355413924;
    private const ulong MultiplierLow = 4865540595714422341;

    private readonly ulong _incrementHigh;
    private readonly ulong _incrementLow;
    private ulong _high;
    private ulong _low;

    public Pcg64(Seed seed)
    {
        Span<ulong> words = stackalloc ulong[4];
        SeedSequence.Generate(seed, words);

        // Of state and increment the high word comes first; the increment is made odd.
        _incrementHigh = words[2] << 1 | words[3] >> 63;
        _incrementLow = words[3] << 1 | 1;
        Step();
        _low += words[1];
        _high += words[0] + (_low < words[1] ? 1UL : 0);
        Step();
    }

    /// <summary>The 128-bit state.</summary>
    public readonly UInt128 State => new(_high, _low);

    /// <summary>The 128-bit increment.</summary>
    public readonly UInt128 Increment => new(_incrementHigh, _incrementLow);

    /// <summary>64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        Step();
        return Output(_high, _low);
    }

    /// <summary>Uniform in [0, 1) with 53 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => ToDouble(NextUInt64());

    /// <summary>
    /// Two states a step apart, each of which goes two steps at a time (s″ = a²s + (a + 1)c): a state waits for its last product, and two
    /// fill the time.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void NextDoubles(Span<double> destination)
    {
        var multiplier = new UInt128(MultiplierHigh, MultiplierLow);
        var (square, increment) = (multiplier * multiplier, (multiplier + 1) * Increment);
        var (squareHigh, squareLow) = ((ulong)(square >> 64), (ulong)square);
        var (incrementHigh, incrementLow) = ((ulong)(increment >> 64), (ulong)increment);
        var i = 0;
        if (destination.Length >= 2)
        {
            Step();
            var (high0, low0) = (_high, _low);
            Step();
            var (high1, low1) = (_high, _low);
            for (; i < destination.Length - 3; i += 2)
            {
                destination[i] = ToDouble(Output(high0, low0));
                destination[i + 1] = ToDouble(Output(high1, low1));
                (high0, low0) = Next(high0, low0, squareHigh, squareLow, incrementHigh, incrementLow);
                (high1, low1) = Next(high1, low1, squareHigh, squareLow, incrementHigh, incrementLow);
            }

            destination[i++] = ToDouble(Output(high0, low0));
            destination[i++] = ToDouble(Output(high1, low1));
            (_high, _low) = (high1, low1);
        }

        for (; i < destination.Length; i++)
            destination[i] = NextDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Output(ulong high, ulong low) => BitOperations.RotateRight(high ^ low, (int)(high >> 58));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ToDouble(ulong word) => (word >> 11) * (1.0 / 9007199254740992.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step() => (_high, _low) = Next(_high, _low, MultiplierHigh, MultiplierLow, _incrementHigh, _incrementLow);

    /// <summary>a·s + c modulo 2¹²⁸.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong High, ulong Low) Next(
        ulong stateHigh, ulong stateLow, ulong multiplierHigh, ulong multiplierLow, ulong incrementHigh, ulong incrementLow)
    {
        var high = Math.BigMul(stateLow, multiplierLow, out var low);
        high += stateHigh * multiplierLow + stateLow * multiplierHigh;
        low += incrementLow;
        return (high + incrementHigh + (low < incrementLow ? 1UL : 0), low);
    }
}
