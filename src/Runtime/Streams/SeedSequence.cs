namespace FanIn.Runtime.Streams;

/// <summary>
/// NumPy's <c>SeedSequence</c> (after O'Neill's <c>seed_seq</c>): spreads a seed over a pool of four words, and the pool over any number.
/// </summary>
internal static class SeedSequence
{
    private const int PoolLength = 4;

    /// <summary>The pool of a seed below 2⁶⁴.</summary>
    public static void Pool(ulong seed, Span<uint> pool)
    {
        var hash = 0x43B0D7E5u;
        for (var i = 0; i < PoolLength; i++)
            pool[i] = Hash(i < 2 ? (uint)(seed >> (32 * i)) : 0, ref hash, 0x931E8875);

        for (var source = 0; source < PoolLength; source++)
            for (var target = 0; target < PoolLength; target++)
                if (source != target)
                    pool[target] = Mix(pool[target], Hash(pool[source], ref hash, 0x931E8875));
    }

    /// <summary><c>generate_state(n, np.uint64)</c>: each the low word first.</summary>
    public static void Generate(ulong seed, Span<ulong> words)
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
