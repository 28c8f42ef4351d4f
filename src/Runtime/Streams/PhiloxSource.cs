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
            Span<double> one = stackalloc double[8];
            Numbers<Lane<double>, TMap>(pair++, tensor, one);
            destination[0] = one[1];
            destination = destination[1..];
        }

        var step = 8 * TVector.Count;
        var whole = destination.Length / step * step;
        Numbers<TVector, TMap>(pair, tensor, destination[..whole]);
        destination = destination[whole..];
        if (destination.IsEmpty)
            return;
        Span<double> scratch = stackalloc double[MostNumbers];
        Numbers<TVector, TMap>(pair + (whole / 2), tensor, scratch[..step]);
        scratch[..destination.Length].CopyTo(destination);
    }

    /// <summary>
    /// First all uniforms, then all numbers, in the same memory: a processor looks a few hundred instructions ahead, where it finds the
    /// next of many short iterations but not that of long ones.
    /// </summary>
    private void Numbers<TVector, TMap>(long pair, TensorKey tensor, Span<double> destination)
        where TVector : struct, IVector<TVector, double>
        where TMap : struct, IPairMap
    {
        Uniforms<TVector>(pair, tensor, destination);
        Map<TVector, TMap>(destination);
    }

    /// <summary>
    /// Vectors of u₁ and u₂ in turns, from four vectors of pairs at a time: the rounds of each wait for one another, and four fill the
    /// time.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Uniforms<TVector>(long pair, TensorKey tensor, Span<double> destination)
        where TVector : struct, IVector<TVector, double>
    {
        var lanes = TVector.Load(in MemoryMarshal.GetReference(LaneNumbers));
        for (; destination.Length >= 8 * TVector.Count; destination = destination[(8 * TVector.Count)..], pair += 4 * TVector.Count)
        {
            var a0 = TVector.AddBits(TVector.Bits((ulong)pair), lanes);
            var b0 = TVector.AddBits(TVector.Bits((ulong)(pair + TVector.Count)), lanes);
            var c0 = TVector.AddBits(TVector.Bits((ulong)(pair + (2 * TVector.Count))), lanes);
            var d0 = TVector.AddBits(TVector.Bits((ulong)(pair + (3 * TVector.Count))), lanes);
            var (a1, b1) = (TVector.ShiftRight(a0, 32), TVector.ShiftRight(b0, 32));
            var (c1, d1) = (TVector.ShiftRight(c0, 32), TVector.ShiftRight(d0, 32));
            TVector a2, a3, b2, b3, c2, c3, d2, d3;
            a2 = b2 = c2 = d2 = TVector.Bits(tensor.Value);
            a3 = b3 = c3 = d3 = TVector.Bits(tensor.Value >> 32);
            var k0 = TVector.Bits((uint)seed);
            var k1 = TVector.Bits(seed >> 32);
            for (var round = 0; round < Philox.Rounds; round++)
            {
                Philox.Round(ref a0, ref a1, ref a2, ref a3, k0, k1);
                Philox.Round(ref b0, ref b1, ref b2, ref b3, k0, k1);
                Philox.Round(ref c0, ref c1, ref c2, ref c3, k0, k1);
                Philox.Round(ref d0, ref d1, ref d2, ref d3, k0, k1);
                Philox.Advance(ref k0, ref k1);
            }

            ToUniform(a0, a1).Store(ref destination[0]);
            ToUniform(a2, a3).Store(ref destination[TVector.Count]);
            ToUniform(b0, b1).Store(ref destination[2 * TVector.Count]);
            ToUniform(b2, b3).Store(ref destination[3 * TVector.Count]);
            ToUniform(c0, c1).Store(ref destination[4 * TVector.Count]);
            ToUniform(c2, c3).Store(ref destination[5 * TVector.Count]);
            ToUniform(d0, d1).Store(ref destination[6 * TVector.Count]);
            ToUniform(d2, d3).Store(ref destination[7 * TVector.Count]);
        }
    }

    /// <summary>The numbers of the stream in the place of their uniforms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Map<TVector, TMap>(Span<double> numbers)
        where TVector : struct, IVector<TVector, double>
        where TMap : struct, IPairMap
    {
        for (var i = 0; i < numbers.Length; i += 2 * TVector.Count)
        {
            var even = TMap.Map(TVector.Load(in numbers[i]), TVector.Load(in numbers[i + TVector.Count]), out var odd);
            even.StoreInterleaved(odd, ref numbers[i]);
        }
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

    /// <summary>Of four vectors of pairs.</summary>
    private const int MostNumbers = 64;

    private const double TwoTo52 = 4503599627370496;
    private const double TwoTo73 = TwoTo52 * 2097152;
    private const double TwoToMinus53 = 1.0 / 9007199254740992;

    /// <summary>0 … 7 as the bits of lanes.</summary>
    private static ReadOnlySpan<double> LaneNumbers => MemoryMarshal.Cast<ulong, double>((ReadOnlySpan<ulong>)[0, 1, 2, 3, 4, 5, 6, 7]);
}
