using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FanIn.Runtime.Numerics;

/// <summary>128 bits of lanes: 2 <see cref="double"/> or 4 <see cref="float"/>.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <param name="value">The lanes.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Lanes128<T>(Vector128<T> value) : IVector<Lanes128<T>, T>
    where T : unmanaged
{
    private readonly Vector128<T> _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Count;
    }

    /// <inheritdoc/>
    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Constant(double value) =>
        new(IsDouble ? Vector128.Create(value).As<double, T>() : Vector128.Create((float)value).As<float, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Bits(ulong pattern) =>
        new(IsDouble ? Vector128.Create(pattern).As<ulong, T>() : Vector128.Create((uint)pattern).As<uint, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Broadcast(T value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T source) => new(Vector128.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T destination) => _value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreInterleaved(Lanes128<T> odd, ref T destination)
    {
        if (Sse2.IsSupported && IsDouble)
        {
            var low = Sse2.UnpackLow(_value.AsDouble(), odd._value.AsDouble());
            var high = Sse2.UnpackHigh(_value.AsDouble(), odd._value.AsDouble());
            new Lanes128<T>(low.As<double, T>()).Store(ref destination);
            new Lanes128<T>(high.As<double, T>()).Store(ref Unsafe.Add(ref destination, Count));
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
    public static Lanes128<T> operator +(Lanes128<T> left, Lanes128<T> right) => new(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> left, Lanes128<T> right) => new(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> left, Lanes128<T> right) => new(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> left, Lanes128<T> right) => new(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> value) => new(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator &(Lanes128<T> left, Lanes128<T> right) => new(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator |(Lanes128<T> left, Lanes128<T> right) => new(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator ^(Lanes128<T> left, Lanes128<T> right) => new(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> FusedMultiplyAdd(Lanes128<T> x, Lanes128<T> y, Lanes128<T> z) => new(IsDouble
        ? Vector128.FusedMultiplyAdd(x._value.AsDouble(), y._value.AsDouble(), z._value.AsDouble()).As<double, T>()
        : Vector128.FusedMultiplyAdd(x._value.AsSingle(), y._value.AsSingle(), z._value.AsSingle()).As<float, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> value) => new(Vector128.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> value) => new(Vector128.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Min(Lanes128<T> left, Lanes128<T> right) => X86Base.IsSupported
        ? new(Vector128.MinNative(left._value, right._value))     // minpd and minps are defined so; other machines' are not
        : Select(LessThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Max(Lanes128<T> left, Lanes128<T> right) => X86Base.IsSupported
        ? new(Vector128.MaxNative(left._value, right._value))
        : Select(LessThan(right, left), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LessThan(Lanes128<T> left, Lanes128<T> right) => new(Vector128.LessThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Equal(Lanes128<T> left, Lanes128<T> right) => new(Vector128.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> yes, Lanes128<T> no) =>
        new(Vector128.ConditionalSelect(mask._value, yes._value, no._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> AddBits(Lanes128<T> left, Lanes128<T> right) => new(IsDouble
        ? (left._value.AsUInt64() + right._value.AsUInt64()).As<ulong, T>()
        : (left._value.AsUInt32() + right._value.AsUInt32()).As<uint, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> MultiplyLowHalves(Lanes128<T> left, Lanes128<T> right)
    {
        if (Sse2.IsSupported && IsDouble)
            return new(Sse2.Multiply(left._value.AsUInt32(), right._value.AsUInt32()).As<ulong, T>());

        var lowHalf = Bits(IsDouble ? uint.MaxValue : ushort.MaxValue)._value;
        return new(IsDouble
            ? ((left._value & lowHalf).AsUInt64() * (right._value & lowHalf).AsUInt64()).As<ulong, T>()
            : ((left._value & lowHalf).AsUInt32() * (right._value & lowHalf).AsUInt32()).As<uint, T>());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftLeft(Lanes128<T> value, int count) => new(IsDouble
        ? (value._value.AsUInt64() << count).As<ulong, T>()
        : (value._value.AsUInt32() << count).As<uint, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftRight(Lanes128<T> value, int count) => new(IsDouble
        ? (value._value.AsUInt64() >>> count).As<ulong, T>()
        : (value._value.AsUInt32() >>> count).As<uint, T>());
}
