using System.Numerics;
using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Streams;

/// <summary>
/// Philox4x64-10 (Salmon, Moraes, Dror and Shaw, SC 2011) as NumPy's <c>Philox</c> steps it: the counter goes up before each block of
/// four words. Many blocks are made at once, for they do not wait for one another as the rounds of one do.
/// </summary>
internal struct NumpyPhilox : IWordGenerator
{
    private const int Rounds = 10;
    private const int Length = 256;

    private readonly ulong _key0;
    private readonly ulong _key1;

    /// <summary>Shared by copies: whoever starts, starts with a refill.</summary>
    private readonly ulong[] _words = new ulong[Length];

    private ulong _counter0;
    private ulong _counter1;
    private ulong _counter2;
    private ulong _counter3;
    private int _next = Length;

    public NumpyPhilox(Seed seed)
    {
        if (seed is PhiloxSeed { Key: var key, Counter: var counter })
        {
            (_key0, _key1) = (Word(key, 0), Word(key, 1));
            (_counter0, _counter1, _counter2, _counter3) = (Word(counter, 0), Word(counter, 1), Word(counter, 2), Word(counter, 3));
            return;
        }

        Span<ulong> words = stackalloc ulong[2];
        SeedSequence.Generate(seed, words);
        (_key0, _key1) = (words[0], words[1]);
    }

    /// <summary>The key, the low word first.</summary>
    public readonly (ulong Low, ulong High) Key => (_key0, _key1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        var next = _next;
        var words = _words;
        if ((uint)next >= (uint)words.Length)
        {
            Refill();
            next = 0;
        }

        _next = next + 1;
        return words[next];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / 9007199254740992.0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void NextDoubles(Span<double> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = NextDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Refill()
    {
        for (var i = 0; i < Length; i += 4)
        {
            if (++_counter0 == 0 && ++_counter1 == 0 && ++_counter2 == 0)
                ++_counter3;
            Block(_words.AsSpan(i, 4));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Block(Span<ulong> words)
    {
        var (c0, c1, c2, c3) = (_counter0, _counter1, _counter2, _counter3);
        var (k0, k1) = (_key0, _key1);
        for (var round = 0; round < Rounds; round++)
        {
            var high0 = Math.BigMul(0xD2E7470EE14C6C93, c0, out var low0);
            var high1 = Math.BigMul(0xCA5A826395121157, c2, out var low1);
            (c0, c1, c2, c3) = (high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0);
            k0 += 0x9E3779B97F4A7C15;
            k1 += 0xBB67AE8584CAA73B;
        }

        (words[0], words[1], words[2], words[3]) = (c0, c1, c2, c3);
    }

    private static ulong Word(BigInteger number, int index) => (ulong)(number >> (64 * index) & ulong.MaxValue);
}
