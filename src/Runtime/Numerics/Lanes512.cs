using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FanIn.Runtime.Numerics;

/// <summary>512 bits of lanes: 8 <see cref="double"/> or 16 <see cref="float"/>.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <param name="value">The lanes.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Lanes512<T>(Vector512<T> value) : IVector<Lanes512<T>, T>
    where T : unmanaged
{
    private readonly Vector512<T> _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    /// <inheritdoc/>
    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Constant(double value) =>
        new(IsDouble ? Vector512.Create(value).As<double, T>() : Vector512.Create((float)value).As<float, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Bits(ulong pattern) =>
        new(IsDouble ? Vector512.Create(pattern).As<ulong, T>() : Vector512.Create((uint)pattern).As<uint, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Broadcast(T value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ref readonly T source) => new(Vector512.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T destination) => _value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreInterleaved(Lanes512<T> odd, ref T destination)
    {
        if (Avx512F.IsSupported && IsDouble)
        {
            var (a, b) = (_value.AsDouble(), odd._value.AsDouble());
            var low = Avx512F.PermuteVar8x64x2(a, Vector512.Create(0L, 8, 1, 9, 2, 10, 3, 11), b);
            var high = Avx512F.PermuteVar8x64x2(a, Vector512.Create(4L, 12, 5, 13, 6, 14, 7, 15), b);
            new Lanes512<T>(low.As<double, T>()).Store(ref destination);
            new Lanes512<T>(high.As<double, T>()).Store(ref Unsafe.Add(ref destination, Count));
            return;
        }

        for (var lane = 0; lane < Count; lane++)
        {
            Unsafe.Add(ref destination, 2 * lane) = _value.GetElement(lane);
            Unsafe.Add(ref destination, 2 * lane + 1) = odd._value.GetElement(lane);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> left, Lanes512<T> right) => new(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> left, Lanes512<T> right) => new(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> left, Lanes512<T> right) => new(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> left, Lanes512<T> right) => new(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> value) => new(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator &(Lanes512<T> left, Lanes512<T> right) => new(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator |(Lanes512<T> left, Lanes512<T> right) => new(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator ^(Lanes512<T> left, Lanes512<T> right) => new(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> FusedMultiplyAdd(Lanes512<T> x, Lanes512<T> y, Lanes512<T> z) => new(IsDouble
        ? Vector512.FusedMultiplyAdd(x._value.AsDouble(), y._value.AsDouble(), z._value.AsDouble()).As<double, T>()
        : Vector512.FusedMultiplyAdd(x._value.AsSingle(), y._value.AsSingle(), z._value.AsSingle()).As<float, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> value) => new(Vector512.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> value) => new(Vector512.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Min(Lanes512<T> left, Lanes512<T> right) => X86Base.IsSupported
        ? new(Vector512.MinNative(left._value, right._value))     // minpd and minps are defined so; other machines' are not
        : Select(LessThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Max(Lanes512<T> left, Lanes512<T> right) => X86Base.IsSupported
        ? new(Vector512.MaxNative(left._value, right._value))
        : Select(LessThan(right, left), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LessThan(Lanes512<T> left, Lanes512<T> right) => new(Vector512.LessThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Equal(Lanes512<T> left, Lanes512<T> right) => new(Vector512.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> yes, Lanes512<T> no) =>
        new(Vector512.ConditionalSelect(mask._value, yes._value, no._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AddBits(Lanes512<T> left, Lanes512<T> right) => new(IsDouble
        ? (left._value.AsUInt64() + right._value.AsUInt64()).As<ulong, T>()
        : (left._value.AsUInt32() + right._value.AsUInt32()).As<uint, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> MultiplyLowHalves(Lanes512<T> left, Lanes512<T> right)
    {
        if (Avx512F.IsSupported && IsDouble)
            return new(Avx512F.Multiply(left._value.AsUInt32(), right._value.AsUInt32()).As<ulong, T>());

        var lowHalf = Bits(IsDouble ? uint.MaxValue : ushort.MaxValue)._value;
        return new(IsDouble
            ? ((left._value & lowHalf).AsUInt64() * (right._value & lowHalf).AsUInt64()).As<ulong, T>()
            : ((left._value & lowHalf).AsUInt32() * (right._value & lowHalf).AsUInt32()).As<uint, T>());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftLeft(Lanes512<T> value, int count) => new(IsDouble
        ? (value._value.AsUInt64() << count).As<ulong, T>()
        : (value._value.AsUInt32() << count).As<uint, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ShiftRight(Lanes512<T> value, int count) => new(IsDouble
        ? (value._value.AsUInt64() >>> count).As<ulong, T>()
        : (value._value.AsUInt32() >>> count).As<uint, T>());
}
