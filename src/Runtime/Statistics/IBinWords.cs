using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// A vector of 32-bit words: slots of elements, or bits that count. What counting needs and <see cref="IVector{TSelf}"/> does not have.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <typeparam name="TVector">Vectors of elements, as wide.</typeparam>
internal unsafe interface IBinWords<TSelf, TVector>
    where TSelf : struct, IBinWords<TSelf, TVector>
    where TVector : struct, IVector<TVector>
{
    /// <summary>Words of the vector.</summary>
    static abstract int Count { get; }

    /// <summary>The vector at an address of any alignment.</summary>
    static abstract TSelf Load(uint* source);

    /// <summary>Writes the vector.</summary>
    void Store(uint* destination);

    /// <summary>Bits set in both.</summary>
    static abstract TSelf operator &(TSelf left, TSelf right);

    /// <summary>Bits set in either.</summary>
    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>Bits set in exactly one.</summary>
    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>Bits set in one or three of three: the sum digit of a full adder.</summary>
    static abstract TSelf Odd(TSelf a, TSelf b, TSelf c);

    /// <summary>Bits set in two or three of three: the carry of a full adder.</summary>
    static abstract TSelf Majority(TSelf a, TSelf b, TSelf c);

    /// <summary>
    /// The whole parts of numbers from 0 on, in an order of its own. Of float64 it takes two vectors to fill the words; of float32 the
    /// second is not looked at.
    /// </summary>
    static abstract TSelf Truncate(TVector first, TVector second);

    /// <summary>In each word the bit whose number is slot − firstSlot; none where that is not 0 … 31.</summary>
    static abstract TSelf Bit(TSelf slots, int firstSlot);

    /// <summary>Counters, those raised by 1 whose lane has a zero of either sign; one counter a lane.</summary>
    static abstract TSelf CountZeros(TSelf counters, TVector x);

    /// <summary>Sum of all words, as unsigned numbers.</summary>
    ulong Sum();

    /// <summary>Whether any bit is set.</summary>
    bool Any();

    /// <summary>In how many words a bit is set.</summary>
    int WordsWith(int bit);
}
