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
        return BitOperations.RotateRight(_high ^ _low, (int)(_high >> 58));
    }

    /// <summary>Uniform in [0, 1) with 53 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / 9007199254740992.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step()
    {
        var high = Math.BigMul(_low, MultiplierLow, out var low);
        high += _high * MultiplierLow + _low * MultiplierHigh;
        low += _incrementLow;
        _high = high + _incrementHigh + (low < _incrementLow ? 1UL : 0);
        _low = low;
    }
}
