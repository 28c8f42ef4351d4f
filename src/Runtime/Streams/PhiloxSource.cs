using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Streams;

/// <summary>
/// FanIn's own stream: <see cref="Philox"/> keyed by the seed (low half first), its counter the index of a pair of elements and the tensor.
/// docs/numerics.md has the definition to the bit.
/// </summary>
internal sealed class PhiloxSource(ulong seed) : DrawSource
{
    public override bool IsCounterBased => true;

    public override void Restart()
    {
    }

    public override void Normals(TensorKey tensor, long first, Span<double> destination) => Fill<NormalPair>(tensor, first, destination);

    public override void Uniforms(TensorKey tensor, long first, Span<double> destination) => Fill<UniformPair>(tensor, first, destination);

    private void Fill<TMap>(TensorKey tensor, long first, Span<double> destination)
        where TMap : struct, IPairMap
    {
        if (Vector512.IsHardwareAccelerated)
            Fill<Lanes512<double>, TMap>(tensor, first, destination);
        else if (Vector256.IsHardwareAccelerated)
            Fill<Lanes256<double>, TMap>(tensor, first, destination);
        else if (Vector128.IsHardwareAccelerated)
            Fill<Lanes128<double>, TMap>(tensor, first, destination);
        else
            Fill<Lane<double>, TMap>(tensor, first, destination);
    }

    /// <summary>Any part of a tensor in vectors of a width; the bits don't depend on it.</summary>
    internal void Fill<TVector, TMap>(TensorKey tensor, long first, Span<double> destination)
        where TVector : struct, IVector<TVector, double>
        where TMap : struct, IPairMap
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        var pair = first / 2;
        if (first % 2 != 0 && !destination.IsEmpty)
        {
            destination[0] = OnePair<TMap>(pair++, tensor).Odd;
            destination = destination[1..];
        }

        var whole = destination.Length / (2 * TVector.Count);
        WholeVectors<TVector, TMap>(pair, tensor, destination[..(whole * 2 * TVector.Count)]);
        pair += whole * TVector.Count;
        destination = destination[(whole * 2 * TVector.Count)..];

        for (var i = 0; i < destination.Length; i += 2)
        {
            var (even, odd) = OnePair<TMap>(pair++, tensor);
            destination[i] = even;
            if (i + 1 < destination.Length)
                destination[i + 1] = odd;
        }
    }

    // One copy of the computation in a method: with several, the JIT's budget for inlining runs out in the middle of the arithmetic.

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void WholeVectors<TVector, TMap>(long pair, TensorKey tensor, Span<double> destination)
        where TVector : struct, IVector<TVector, double>
        where TMap : struct, IPairMap
    {
        for (var i = 0; i < destination.Length; i += 2 * TVector.Count)
        {
            Pairs<TVector, TMap>(pair, tensor, out var odd).StoreInterleaved(odd, ref destination[i]);
            pair += TVector.Count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private (double Even, double Odd) OnePair<TMap>(long pair, TensorKey tensor)
        where TMap : struct, IPairMap
    {
        var even = Pairs<Lane<double>, TMap>(pair, tensor, out var odd);
        return (even.Value, odd.Value);
    }

    /// <summary>The even-numbered elements of as many pairs as there are lanes; the odd-numbered ones come out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Pairs<TVector, TMap>(long pair, TensorKey tensor, out TVector odd)
        where TVector : struct, IVector<TVector, double>
        where TMap : struct, IPairMap
    {
        var w0 = TVector.AddBits(TVector.Bits((ulong)pair), TVector.Load(in MemoryMarshal.GetReference(LaneNumbers)));
        var w1 = TVector.ShiftRight(w0, 32);
        var w2 = TVector.Bits(tensor.Value);
        var w3 = TVector.Bits(tensor.Value >> 32);
        Philox.Scramble(ref w0, ref w1, ref w2, ref w3, (uint)seed, (uint)(seed >> 32));
        return TMap.Map(ToUniform(w0, w1), ToUniform(w2, w3), out odd);
    }

    /// <summary>(((high:low) &gt;&gt; 11) + ½)·2⁻⁵³, the sum rounded: in [2⁻⁵⁴, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ToUniform<TVector>(TVector low, TVector high)
        where TVector : struct, IVector<TVector>
    {
        // The integer's upper and lower bits, each made a number by an exponent above them, then joined without rounding.
        var lowBits = TVector.ShiftRight(low & TVector.Bits(uint.MaxValue), 11) | TVector.Constant(TwoTo52);
        var highBits = high & TVector.Bits(uint.MaxValue) | TVector.Constant(TwoTo73);
        var integer = highBits - TVector.Constant(TwoTo73 + TwoTo52) + lowBits;
        return (integer + TVector.Constant(0.5)) * TVector.Constant(TwoToMinus53);
    }

    private const double TwoTo52 = 4503599627370496;
    private const double TwoTo73 = TwoTo52 * 2097152;
    private const double TwoToMinus53 = 1.0 / 9007199254740992;

    /// <summary>0 … 7 as the bits of lanes.</summary>
    private static ReadOnlySpan<double> LaneNumbers => MemoryMarshal.Cast<ulong, double>((ReadOnlySpan<ulong>)[0, 1, 2, 3, 4, 5, 6, 7]);
}
