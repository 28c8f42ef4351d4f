using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>Holds a vector's operations against scalar ones, over all lanes of two lists of numbers.</summary>
internal sealed class Checker<TVector, T>(T[] left, T[] right)
    where TVector : struct, IVector<TVector, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Same(Func<TVector, TVector, TVector> vector, Func<T, T, T> scalar)
    {
        var values = Apply(vector);
        for (var i = 0; i < values.Length; i++)
            Assert.True(Numerics.SameBits.Are(scalar(left[i], right[i]), values[i]), $"{left[i]}, {right[i]}: {values[i]}");
    }

    /// <summary>The scalar operation is one on the bits; of a float's result the low 32 count.</summary>
    public void SameBits(Func<TVector, TVector, TVector> vector, Func<ulong, ulong, ulong> scalar)
    {
        var mask = TVector.IsDouble ? ulong.MaxValue : uint.MaxValue;
        var values = Apply(vector);
        for (var i = 0; i < values.Length; i++)
            Assert.Equal(scalar(Bits(left[i]), Bits(right[i])) & mask, Bits(values[i]));
    }

    private T[] Apply(Func<TVector, TVector, TVector> operation)
    {
        var values = new T[left.Length / TVector.Count * TVector.Count];
        for (var i = 0; i < values.Length; i += TVector.Count)
            operation(TVector.Load(in left[i]), TVector.Load(in right[i])).Store(ref values[i]);
        return values;
    }

    private static ulong Bits(T value) =>
        TVector.IsDouble ? Unsafe.BitCast<T, ulong>(value) : Unsafe.BitCast<T, uint>(value);
}
