using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FanIn.Runtime.Numerics;

/// <summary>256 bits of lanes: 4 <see cref="double"/> or 8 <see cref="float"/>.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <param name="value">The lanes.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
public readonly struct Lanes256<T>(Vector256<T> value) : IVector<Lanes256<T>, T>
    where T : unmanaged
{
    private readonly Vector256<T> _value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Count;
    }

    /// <inheritdoc/>
    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Constant(double value) =>
        new(IsDouble ? Vector256.Create(value).As<double, T>() : Vector256.Create((float)value).As<float, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Bits(ulong pattern) =>
        new(IsDouble ? Vector256.Create(pattern).As<ulong, T>() : Vector256.Create((uint)pattern).As<uint, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Broadcast(T value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ref readonly T source) => new(Vector256.LoadUnsafe(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T destination) => _value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreInterleaved(Lanes256<T> odd, ref T destination)
    {
        if (Avx.IsSupported && IsDouble)
        {
            var low = Avx.UnpackLow(_value.AsDouble(), odd._value.AsDouble());
            var high = Avx.UnpackHigh(_value.AsDouble(), odd._value.AsDouble());
            new Lanes256<T>(Avx.Permute2x128(low, high, 0x20).As<double, T>()).Store(ref destination);
            new Lanes256<T>(Avx.Permute2x128(low, high, 0x31).As<double, T>()).Store(ref Unsafe.Add(ref destination, Count));
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
    public static Lanes256<T> operator +(Lanes256<T> left, Lanes256<T> right) => new(left._value + right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> left, Lanes256<T> right) => new(left._value - right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> left, Lanes256<T> right) => new(left._value * right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> left, Lanes256<T> right) => new(left._value / right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> value) => new(-value._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator &(Lanes256<T> left, Lanes256<T> right) => new(left._value & right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator |(Lanes256<T> left, Lanes256<T> right) => new(left._value | right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator ^(Lanes256<T> left, Lanes256<T> right) => new(left._value ^ right._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> FusedMultiplyAdd(Lanes256<T> x, Lanes256<T> y, Lanes256<T> z) => new(IsDouble
        ? Vector256.FusedMultiplyAdd(x._value.AsDouble(), y._value.AsDouble(), z._value.AsDouble()).As<double, T>()
        : Vector256.FusedMultiplyAdd(x._value.AsSingle(), y._value.AsSingle(), z._value.AsSingle()).As<float, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> value) => new(Vector256.Sqrt(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> value) => new(Vector256.Abs(value._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Min(Lanes256<T> left, Lanes256<T> right) => X86Base.IsSupported
        ? new(Vector256.MinNative(left._value, right._value))     // minpd and minps are defined so; other machines' are not
        : Select(LessThan(left, right), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Max(Lanes256<T> left, Lanes256<T> right) => X86Base.IsSupported
        ? new(Vector256.MaxNative(left._value, right._value))
        : Select(LessThan(right, left), left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LessThan(Lanes256<T> left, Lanes256<T> right) => new(Vector256.LessThan(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Equal(Lanes256<T> left, Lanes256<T> right) => new(Vector256.Equals(left._value, right._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> yes, Lanes256<T> no) =>
        new(Vector256.ConditionalSelect(mask._value, yes._value, no._value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> AddBits(Lanes256<T> left, Lanes256<T> right) => new(IsDouble
        ? (left._value.AsUInt64() + right._value.AsUInt64()).As<ulong, T>()
        : (left._value.AsUInt32() + right._value.AsUInt32()).As<uint, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MultiplyLowHalves(Lanes256<T> left, Lanes256<T> right)
    {
        if (Avx2.IsSupported && IsDouble)
            return new(Avx2.Multiply(left._value.AsUInt32(), right._value.AsUInt32()).As<ulong, T>());

        var lowHalf = Bits(IsDouble ? uint.MaxValue : ushort.MaxValue)._value;
        return new(IsDouble
            ? ((left._value & lowHalf).AsUInt64() * (right._value & lowHalf).AsUInt64()).As<ulong, T>()
            : ((left._value & lowHalf).AsUInt32() * (right._value & lowHalf).AsUInt32()).As<uint, T>());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftLeft(Lanes256<T> value, int count) => new(IsDouble
        ? (value._value.AsUInt64() << count).As<ulong, T>()
        : (value._value.AsUInt32() << count).As<uint, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ShiftRight(Lanes256<T> value, int count) => new(IsDouble
        ? (value._value.AsUInt64() >>> count).As<ulong, T>()
        : (value._value.AsUInt32() >>> count).As<uint, T>());
}
