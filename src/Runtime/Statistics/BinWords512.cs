using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>16 words in a register of AVX-512.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="value">The words.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly unsafe struct BinWords512<T>(Vector512<uint> value) : IBinWords<BinWords512<T>, Lanes512<T>>
    where T : unmanaged
{
    private readonly Vector512<uint> _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<uint>.Count;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords512<T> Load(uint* source) => new(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(uint* destination) => _value.Store(destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords512<T> operator &(BinWords512<T> left, BinWords512<T> right) => new(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords512<T> operator |(BinWords512<T> left, BinWords512<T> right) => new(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords512<T> operator ^(BinWords512<T> left, BinWords512<T> right) => new(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords512<T> Odd(BinWords512<T> a, BinWords512<T> b, BinWords512<T> c) =>
        new(Avx512F.TernaryLogic(a._value, b._value, c._value, 0x96));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords512<T> Majority(BinWords512<T> a, BinWords512<T> b, BinWords512<T> c) =>
        new(Avx512F.TernaryLogic(a._value, b._value, c._value, 0xE8));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords512<T> Truncate(Lanes512<T> first, Lanes512<T> second)
    {
        if (typeof(T) == typeof(float))
            return new(Avx512F.ConvertToVector512Int32WithTruncation(Unsafe.BitCast<Lanes512<T>, Vector512<float>>(first)).AsUInt32());

        var lower = Avx512F.ConvertToVector256Int32WithTruncation(Unsafe.BitCast<Lanes512<T>, Vector512<double>>(first));
        var upper = Avx512F.ConvertToVector256Int32WithTruncation(Unsafe.BitCast<Lanes512<T>, Vector512<double>>(second));
        return new(lower.ToVector512Unsafe().WithUpper(upper).AsUInt32());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords512<T> Bit(BinWords512<T> slots, int firstSlot) =>
        new(Avx512F.ShiftLeftLogicalVariable(Vector512<uint>.One, slots._value - Vector512.Create((uint)firstSlot)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BinWords512<T> CountZeros(BinWords512<T> counters, Lanes512<T> x)
    {
        var value = Unsafe.BitCast<Lanes512<T>, Vector512<T>>(x);
        var zero = Vector512.Equals(value, Vector512<T>.Zero);
        return typeof(T) == typeof(double)
            ? new(Vector512.ConditionalSelect(
                zero.AsUInt64(), counters._value.AsUInt64() + Vector512<ulong>.One, counters._value.AsUInt64()).AsUInt32())
            : new(Vector512.ConditionalSelect(zero.AsUInt32(), counters._value + Vector512<uint>.One, counters._value));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Sum()
    {
        var (lower, upper) = Vector512.Widen(_value);
        return Vector512.Sum(lower + upper);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Any() => _value != Vector512<uint>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WordsWith(int bit) => BitOperations.PopCount((_value << (31 - bit)).ExtractMostSignificantBits());
}
