using System.Numerics;
using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

/// <summary>One lane: the vector of machines without vectors, of the last few elements, and the yardstick for the others' bits.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <param name="value">The number.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Lane<T>(T value) : IVector<Lane<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number.</summary>
    public T Value { get; } = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Constant(double value) =>
        new(IsDouble ? Unsafe.BitCast<double, T>(value) : Unsafe.BitCast<float, T>((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Bits(ulong pattern) =>
        new(IsDouble ? Unsafe.BitCast<ulong, T>(pattern) : Unsafe.BitCast<uint, T>((uint)pattern));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Broadcast(T value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Load(ref readonly T source) => new(source);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T destination) => destination = Value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreInterleaved(Lane<T> odd, ref T destination)
    {
        destination = Value;
        Unsafe.Add(ref destination, 1) = odd.Value;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator +(Lane<T> left, Lane<T> right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator -(Lane<T> left, Lane<T> right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator *(Lane<T> left, Lane<T> right) => new(left.Value * right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator /(Lane<T> left, Lane<T> right) => new(left.Value / right.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator -(Lane<T> value) => new(-value.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator &(Lane<T> left, Lane<T> right) => Bits(left.Pattern & right.Pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator |(Lane<T> left, Lane<T> right) => Bits(left.Pattern | right.Pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator ^(Lane<T> left, Lane<T> right) => Bits(left.Pattern ^ right.Pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> FusedMultiplyAdd(Lane<T> x, Lane<T> y, Lane<T> z) => new(T.FusedMultiplyAdd(x.Value, y.Value, z.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Sqrt(Lane<T> value) => new(T.Sqrt(value.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Abs(Lane<T> value) => new(T.Abs(value.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Min(Lane<T> left, Lane<T> right) => left.Value < right.Value ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Max(Lane<T> left, Lane<T> right) => left.Value > right.Value ? left : right;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> LessThan(Lane<T> left, Lane<T> right) => Bits(left.Value < right.Value ? ulong.MaxValue : 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Equal(Lane<T> left, Lane<T> right) => Bits(left.Value == right.Value ? ulong.MaxValue : 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Select(Lane<T> mask, Lane<T> yes, Lane<T> no) => mask.Pattern != 0 ? yes : no;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> AddBits(Lane<T> left, Lane<T> right) => Bits(left.Pattern + right.Pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> ShiftLeft(Lane<T> value, int count) => Bits(value.Pattern << count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> ShiftRight(Lane<T> value, int count) => Bits(value.Pattern >> count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> MultiplyLowHalves(Lane<T> left, Lane<T> right)
    {
        ulong lowHalf = IsDouble ? uint.MaxValue : ushort.MaxValue;
        return Bits((left.Pattern & lowHalf) * (right.Pattern & lowHalf));
    }

    /// <summary>The number's bits; for <see cref="float"/> the low 32.</summary>
    private ulong Pattern
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsDouble ? Unsafe.BitCast<T, ulong>(Value) : Unsafe.BitCast<T, uint>(Value);
    }
}
