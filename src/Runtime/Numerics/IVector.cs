namespace FanIn.Runtime.Numerics;

/// <summary>
/// The arithmetic of a vector of floats, whatever its width and dtype. A function that is written over it is written once, and gives
/// the same bits in every width: each operation is rounded once, lane by lane, and none looks across lanes.
/// A comparison gives a mask (all bits of the lane set, or none) for <see cref="Select"/> and the bit operations.
/// </summary>
/// <typeparam name="TSelf">
/// The vector type: <see cref="Lanes512{T}"/>, <see cref="Lanes256{T}"/>, <see cref="Lanes128{T}"/> or <see cref="Lane{T}"/>.
/// </typeparam>
public interface IVector<TSelf>
    where TSelf : struct, IVector<TSelf>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Whether the lanes are <see cref="double"/>; otherwise they are <see cref="float"/>. A constant to the compiler.</summary>
    static abstract bool IsDouble { get; }

    /// <summary>Every lane: value, rounded to the dtype.</summary>
    static abstract TSelf Constant(double value);

    /// <summary>Every lane: this pattern of 64 bits, or of its low 32 bits for <see cref="float"/>.</summary>
    static abstract TSelf Bits(ulong pattern);

    /// <summary>Sum.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Difference.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Product.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Quotient.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The sign bit flipped, also that of zeros and NaN.</summary>
    static abstract TSelf operator -(TSelf value);

    /// <summary>Bits set in both.</summary>
    static abstract TSelf operator &(TSelf left, TSelf right);

    /// <summary>Bits set in either.</summary>
    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>Bits set in exactly one.</summary>
    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary><c>x·y + z</c>, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>Square root, correctly rounded.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>The sign bit cleared.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary><c>left &lt; right ? left : right</c>: the right one where they are equal zeros or one is NaN.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary><c>left &gt; right ? left : right</c>: the right one where they are equal zeros or one is NaN.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>Mask of <c>left &lt; right</c>; false for NaN.</summary>
    static abstract TSelf LessThan(TSelf left, TSelf right);

    /// <summary>Mask of <c>left == right</c>; false for NaN.</summary>
    static abstract TSelf Equal(TSelf left, TSelf right);

    /// <summary><c>mask ? yes : no</c>.</summary>
    static abstract TSelf Select(TSelf mask, TSelf yes, TSelf no);

    /// <summary>The lanes' bits added as integers, wrapping.</summary>
    static abstract TSelf AddBits(TSelf left, TSelf right);

    /// <summary>The low halves of the lanes' bits multiplied as unsigned integers: all bits of the product.</summary>
    static abstract TSelf MultiplyLowHalves(TSelf left, TSelf right);

    /// <summary>The lanes' bits shifted left, zeros coming in.</summary>
    static abstract TSelf ShiftLeft(TSelf value, int count);

    /// <summary>The lanes' bits shifted right, zeros coming in.</summary>
    static abstract TSelf ShiftRight(TSelf value, int count);
}

/// <summary>A vector that comes from and goes to memory of its element type.</summary>
/// <typeparam name="TSelf">The vector type.</typeparam>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public interface IVector<TSelf, T> : IVector<TSelf>
    where TSelf : struct, IVector<TSelf, T>
    where T : unmanaged
{
    /// <summary>Every lane: value.</summary>
    static abstract TSelf Broadcast(T value);

    /// <summary>The <see cref="IVector{TSelf}.Count"/> elements from this one on; any alignment.</summary>
    static abstract TSelf Load(ref readonly T source);

    /// <summary>Writes the <see cref="IVector{TSelf}.Count"/> elements from this one on; any alignment.</summary>
    void Store(ref T destination);

    /// <summary>Writes the lanes of this vector and of the odd one in turns, this one's first: twice as many elements as lanes.</summary>
    void StoreInterleaved(TSelf odd, ref T destination);
}
