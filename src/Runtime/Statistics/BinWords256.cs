using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>8 words in a register of AVX2.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="value">The words.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly unsafe struct BinWords256<T>(Vector256<uint> value) : IBinWords<BinWords256<T>, Lanes256<T>>
    where T : unmanaged
{
    private readonly Vector256<uint> _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<uint>.Count;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords256<T> Load(uint* source) => new(Vector256.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(uint* destination) => _value.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords256<T> operator &(BinWords256<T> left, BinWords256<T> right) => new(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords256<T> operator |(BinWords256<T> left, BinWords256<T> right) => new(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords256<T> operator ^(BinWords256<T> left, BinWords256<T> right) => new(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords256<T> Odd(BinWords256<T> a, BinWords256<T> b, BinWords256<T> c) => a ^ b ^ c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords256<T> Majority(BinWords256<T> a, BinWords256<T> b, BinWords256<T> c) => (a & b) | (c & (a ^ b));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords256<T> Truncate(Lanes256<T> first, Lanes256<T> second)
    {
        if (typeof(T) == typeof(float))
            return new(Avx.ConvertToVector256Int32WithTruncation(Unsafe.BitCast<Lanes256<T>, Vector256<float>>(first)).AsUInt32());

        var lower = Avx.ConvertToVector128Int32WithTruncation(Unsafe.BitCast<Lanes256<T>, Vector256<double>>(first));
        var upper = Avx.ConvertToVector128Int32WithTruncation(Unsafe.BitCast<Lanes256<T>, Vector256<double>>(second));
        return new(lower.ToVector256Unsafe().WithUpper(upper).AsUInt32());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords256<T> Bit(BinWords256<T> slots, int firstSlot) =>
        new(Avx2.ShiftLeftLogicalVariable(Vector256<uint>.One, slots._value - Vector256.Create((uint)firstSlot)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords256<T> CountZeros(BinWords256<T> counters, Lanes256<T> x)
    {
        var value = Unsafe.BitCast<Lanes256<T>, Vector256<T>>(x);
        return typeof(T) == typeof(double)
            ? new((counters._value.AsUInt64() - Vector256.Equals(value, Vector256<T>.Zero).AsUInt64()).AsUInt32())
            : new(counters._value - Vector256.Equals(value, Vector256<T>.Zero).AsUInt32());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Sum()
    {
        var (lower, upper) = Vector256.Widen(_value);
        return Vector256.Sum(lower + upper);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Any() => _value != Vector256<uint>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WordsWith(int bit) => BitOperations.PopCount((_value << (31 - bit)).ExtractMostSignificantBits());
}
