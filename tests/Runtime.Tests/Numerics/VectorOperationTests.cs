using System.Numerics;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>Each operation of each width, on every pair of special values and some ordinary ones, against plain scalar C#.</summary>
public class VectorOperationTests
{
    [Fact]
    public void One_lane_of_double() => Check<Lane<double>, double>();

    [Fact]
    public void Vectors_of_128_bits_of_double() => Check<Lanes128<double>, double>();

    [Fact]
    public void Vectors_of_256_bits_of_double() => Check<Lanes256<double>, double>();

    [Fact]
    public void Vectors_of_512_bits_of_double() => Check<Lanes512<double>, double>();

    [Fact]
    public void One_lane_of_float() => Check<Lane<float>, float>();

    [Fact]
    public void Vectors_of_128_bits_of_float() => Check<Lanes128<float>, float>();

    [Fact]
    public void Vectors_of_256_bits_of_float() => Check<Lanes256<float>, float>();

    [Fact]
    public void Vectors_of_512_bits_of_float() => Check<Lanes512<float>, float>();

    private static void Check<TVector, T>()
        where TVector : struct, IVector<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        T[] values = [.. SamplePoints.Special<T>(), .. SamplePoints.Uniform<T>(-9, 9, 20)];
        var left = values.SelectMany(x => Enumerable.Repeat(x, values.Length)).ToArray();
        var right = Enumerable.Repeat(values, values.Length).SelectMany(x => x).ToArray();
        var check = new Checker<TVector, T>(left, right);
        Arithmetic(check);
        Choices(check);
        Integers(check);
        Memory<TVector, T>();
    }

    private static void Arithmetic<TVector, T>(Checker<TVector, T> check)
        where TVector : struct, IVector<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        check.Same((x, y) => x + y, (x, y) => x + y);
        check.Same((x, y) => x - y, (x, y) => x - y);
        check.Same((x, y) => x * y, (x, y) => x * y);
        check.Same((x, y) => x / y, (x, y) => x / y);
        check.Same((x, _) => -x, (x, _) => -x);
        check.Same((x, _) => TVector.Abs(x), (x, _) => T.Abs(x));
        check.Same((x, _) => TVector.Sqrt(x), (x, _) => T.Sqrt(x));
        check.Same((x, y) => TVector.FusedMultiplyAdd(x, y, x), (x, y) => T.FusedMultiplyAdd(x, y, x));
        check.Same((x, _) => x * TVector.Constant(0.1), (x, _) => x * T.CreateChecked(0.1));
    }

    private static void Choices<TVector, T>(Checker<TVector, T> check)
        where TVector : struct, IVector<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        check.Same((x, y) => TVector.Min(x, y), (x, y) => x < y ? x : y);
        check.Same((x, y) => TVector.Max(x, y), (x, y) => x > y ? x : y);
        check.Same((x, y) => TVector.Min(TVector.Constant(2), x), (x, y) => T.CreateChecked(2) < x ? T.CreateChecked(2) : x);
        check.Same((x, y) => TVector.Max(TVector.Constant(0), x), (x, y) => T.Zero > x ? T.Zero : x);
        check.Same((x, y) => TVector.Select(TVector.LessThan(x, y), x, y), (x, y) => x < y ? x : y);
        check.Same((x, y) => TVector.Select(TVector.Equal(x, y), x, -y), (x, y) => x == y ? x : -y);
        check.Same((x, y) => TVector.LessThan(x, y) & TVector.Constant(3), (x, y) => x < y ? T.CreateChecked(3) : T.Zero);
        check.Same((x, y) => TVector.Equal(x, y) & TVector.Constant(3), (x, y) => x == y ? T.CreateChecked(3) : T.Zero);
    }

    private static void Integers<TVector, T>(Checker<TVector, T> check)
        where TVector : struct, IVector<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var lowHalf = TVector.IsDouble ? uint.MaxValue : ushort.MaxValue;
        check.SameBits((x, y) => x & y, (x, y) => x & y);
        check.SameBits((x, y) => x | y, (x, y) => x | y);
        check.SameBits((x, y) => x ^ y, (x, y) => x ^ y);
        check.SameBits((x, y) => TVector.AddBits(x, y), (x, y) => x + y);
        check.SameBits((x, _) => TVector.ShiftLeft(x, 13), (x, _) => x << 13);
        check.SameBits((x, _) => TVector.ShiftRight(x, 13), (x, _) => x >> 13);
        check.SameBits((x, y) => TVector.MultiplyLowHalves(x, y), (x, y) => (x & lowHalf) * (y & lowHalf));
        check.SameBits((x, _) => x & TVector.Bits(0xF0F0F0F0F0F0F0F0), (x, _) => x & 0xF0F0F0F0F0F0F0F0);
    }

    private static void Memory<TVector, T>()
        where TVector : struct, IVector<TVector, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // One element beyond either end tells of reading or writing too much; offset 1 is no vector's alignment.
        var count = TVector.Count;
        var even = Enumerable.Range(0, count).Select(i => T.CreateChecked(2 * i)).ToArray();
        var odd = Enumerable.Range(0, count).Select(i => T.CreateChecked(2 * i + 1)).ToArray();
        var memory = new T[2 * count + 2];
        TVector.Load(in even[0]).StoreInterleaved(TVector.Load(in odd[0]), ref memory[1]);
        Assert.Equal([T.Zero, .. Enumerable.Range(0, 2 * count).Select(i => T.CreateChecked(i)), T.Zero], memory);

        var expected = (T[])memory.Clone();
        Array.Fill(expected, -T.One, 1, count);
        TVector.Broadcast(-T.One).Store(ref memory[1]);
        Assert.Equal(expected, memory);
    }
}
