using System.Numerics;

namespace FanIn.Runtime.Streams;

/// <summary>
/// NumPy's <c>SeedSequence</c> (after O'Neill's <c>seed_seq</c>): spreads entropy over a pool of four words, and the pool over any number.
/// </summary>
internal static class SeedSequence
{
    private const int PoolLength = 4;

    /// <summary>The pool of a seed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed is none that is spread.</exception>
    public static void Pool(Seed seed, Span<uint> pool)
    {
        var entropy = Entropy(seed);
        var hash = 0x43B0D7E5u;
        for (var i = 0; i < PoolLength; i++)
            pool[i] = Hash(i < entropy.Length ? entropy[i] : 0, ref hash, 0x931E8875);

        for (var source = 0; source < PoolLength; source++)
            for (var target = 0; target < PoolLength; target++)
                if (source != target)
                    pool[target] = Mix(pool[target], Hash(pool[source], ref hash, 0x931E8875));

        for (var source = PoolLength; source < entropy.Length; source++)
            for (var target = 0; target < PoolLength; target++)
                pool[target] = Mix(pool[target], Hash(entropy[source], ref hash, 0x931E8875));
    }

    /// <summary><c>generate_state(n, np.uint64)</c>: each the low word first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed is none that is spread.</exception>
    public static void Generate(Seed seed, Span<ulong> words)
    {
        Span<uint> pool = stackalloc uint[PoolLength];
        Pool(seed, pool);
        var hash = 0x8B51F9DDu;
        for (var i = 0; i < words.Length; i++)
        {
            ulong low = Hash(pool[2 * i % PoolLength], ref hash, 0x58F38DED);
            ulong high = Hash(pool[(2 * i + 1) % PoolLength], ref hash, 0x58F38DED);
            words[i] = low | high << 32;
        }
    }

    /// <summary>
    /// A seed as 32-bit words. Before a spawn key stand at least as many as the pool has, so that it meets no other entropy.
    /// </summary>
    private static uint[] Entropy(Seed seed) => seed switch
    {
        NumberSeed number => Words(number.Value),
        WordsSeed list => [.. list.Words],
        SpawnedSeed child when Entropy(child.Entropy) is var own =>
            [.. own, .. new uint[Math.Max(0, PoolLength - own.Length)], .. child.SpawnKey],
        _ => throw new ArgumentOutOfRangeException(nameof(seed), seed, "Not a seed that a SeedSequence takes."),
    };

    /// <summary>The lowest word first; one for 0.</summary>
    private static uint[] Words(BigInteger number)
    {
        var words = new List<uint>();
        do
        {
            words.Add((uint)(number & uint.MaxValue));
            number >>= 32;
        }
        while (!number.IsZero);
        return [.. words];
    }

    private static uint Hash(uint value, ref uint hash, uint multiplier)
    {
        value ^= hash;
        hash *= multiplier;
        value *= hash;
        return value ^ (value >> 16);
    }

    private static uint Mix(uint x, uint y)
    {
        var mixed = 0xCA01F9DD * x - 0x4973F715 * y;
        return mixed ^ (mixed >> 16);
    }
}
