using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// Counts in bits: each slot of an element becomes a word with one bit set, and 32 counters stand across the bits of each lane, digit k of
/// all of them in plane k. Full adders take words in and carries to the next plane: two operations for a whole vector of words, without
/// memory traffic, equally fast whatever the elements are. The method of Harley and Seal (Muła, Kurz, Lemire: <i>Faster Population Counts
/// Using AVX2 Instructions</i>, 2018).
/// </summary>
internal static unsafe class BitPlanes
{
    /// <summary>Counters' digits.</summary>
    public const int Digits = 16;

    /// <summary>Vectors of words that the counters can take before they are full.</summary>
    public const int Capacity = (1 << Digits) - 1;

    /// <summary>Slots that the bits of a word have room for.</summary>
    public const int Slots = 32;

    /// <summary>Vectors of words that go through a tree of adders at once.</summary>
    public const int Group = 8;

    /// <summary>Counts slots.</summary>
    /// <param name="slots">Eight vectors of words for each group.</param>
    /// <param name="groups">At most 8.</param>
    /// <param name="firstSlot">What bit 0 counts.</param>
    /// <param name="planes">The digits, low ones first.</param>
    /// <param name="carries">Scratch for 8 vectors of words.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add<TVector, TWords>(uint* slots, int groups, int firstSlot, uint* planes, uint* carries)
        where TVector : struct, IVector<TVector>
        where TWords : struct, IBinWords<TWords, TVector>
    {
        var (p0, p1, p2) = (Plane<TVector, TWords>(planes, 0), Plane<TVector, TWords>(planes, 1), Plane<TVector, TWords>(planes, 2));
        for (var group = 0; group < groups; group++, slots += Group * TWords.Count)
        {
            var carry = Tree<TVector, TWords>(
                ref p0, ref p1, ref p2,
                TWords.Bit(Plane<TVector, TWords>(slots, 0), firstSlot), TWords.Bit(Plane<TVector, TWords>(slots, 1), firstSlot),
                TWords.Bit(Plane<TVector, TWords>(slots, 2), firstSlot), TWords.Bit(Plane<TVector, TWords>(slots, 3), firstSlot),
                TWords.Bit(Plane<TVector, TWords>(slots, 4), firstSlot), TWords.Bit(Plane<TVector, TWords>(slots, 5), firstSlot),
                TWords.Bit(Plane<TVector, TWords>(slots, 6), firstSlot), TWords.Bit(Plane<TVector, TWords>(slots, 7), firstSlot));
            carry.Store(carries + (group * TWords.Count));
        }

        p0.Store(planes);
        p1.Store(planes + TWords.Count);
        p2.Store(planes + (2 * TWords.Count));
        new Span<uint>(carries + (groups * TWords.Count), (Group - groups) * TWords.Count).Clear();
        AddCarries<TVector, TWords>(carries, planes + (3 * TWords.Count));
    }

    /// <summary>Adds the counters to counts, and sets them to 0.</summary>
    /// <param name="planes">The digits.</param>
    /// <param name="counts">The counts that bits 0, 1 … stand for.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Flush<TVector, TWords>(uint* planes, Span<long> counts)
        where TVector : struct, IVector<TVector>
        where TWords : struct, IBinWords<TWords, TVector>
    {
        for (var digit = 0; digit < Digits; digit++)
        {
            var plane = Plane<TVector, TWords>(planes, digit);
            if (!plane.Any())
                continue;
            for (var bit = 0; bit < counts.Length; bit++)
                counts[bit] += (long)plane.WordsWith(bit) << digit;
        }

        new Span<uint>(planes, Digits * TWords.Count).Clear();
    }

    /// <summary>Takes eight vectors into digits 0 to 2 of some planes and what they carry into those above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddCarries<TVector, TWords>(uint* words, uint* planes)
        where TVector : struct, IVector<TVector>
        where TWords : struct, IBinWords<TWords, TVector>
    {
        var (p0, p1, p2) = (Plane<TVector, TWords>(planes, 0), Plane<TVector, TWords>(planes, 1), Plane<TVector, TWords>(planes, 2));
        var carry = Tree<TVector, TWords>(
            ref p0, ref p1, ref p2,
            Plane<TVector, TWords>(words, 0), Plane<TVector, TWords>(words, 1), Plane<TVector, TWords>(words, 2),
            Plane<TVector, TWords>(words, 3), Plane<TVector, TWords>(words, 4), Plane<TVector, TWords>(words, 5),
            Plane<TVector, TWords>(words, 6), Plane<TVector, TWords>(words, 7));
        p0.Store(planes);
        p1.Store(planes + TWords.Count);
        p2.Store(planes + (2 * TWords.Count));
        for (planes += 3 * TWords.Count; carry.Any(); planes += TWords.Count)
        {
            var plane = TWords.Load(planes);
            (plane ^ carry).Store(planes);
            carry &= plane;
        }
    }

    /// <summary>Seven full adders: eight words of weight 1 go into digits 0 to 2, the word of weight 8 comes out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWords Tree<TVector, TWords>(
        ref TWords p0, ref TWords p1, ref TWords p2,
        TWords w0, TWords w1, TWords w2, TWords w3, TWords w4, TWords w5, TWords w6, TWords w7)
        where TVector : struct, IVector<TVector>
        where TWords : struct, IBinWords<TWords, TVector>
    {
        var a = TWords.Majority(p0, w0, w1);
        p0 = TWords.Odd(p0, w0, w1);
        var b = TWords.Majority(p0, w2, w3);
        p0 = TWords.Odd(p0, w2, w3);
        var c = TWords.Majority(p0, w4, w5);
        p0 = TWords.Odd(p0, w4, w5);
        var d = TWords.Majority(p0, w6, w7);
        p0 = TWords.Odd(p0, w6, w7);
        var e = TWords.Majority(p1, a, b);
        p1 = TWords.Odd(p1, a, b);
        var f = TWords.Majority(p1, c, d);
        p1 = TWords.Odd(p1, c, d);
        var g = TWords.Majority(p2, e, f);
        p2 = TWords.Odd(p2, e, f);
        return g;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TWords Plane<TVector, TWords>(uint* planes, int digit)
        where TVector : struct, IVector<TVector>
        where TWords : struct, IBinWords<TWords, TVector> => TWords.Load(planes + (digit * TWords.Count));
}
