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
            Span<double> one = stackalloc double[4];
            Blocks<Lane<double>, TMap>(pair++, tensor, one);
            destination[0] = one[1];
            destination = destination[1..];
        }

        var step = 4 * TVector.Count;
        var whole = destination.Length / step * step;
        Blocks<TVector, TMap>(pair, tensor, destination[..whole]);
        destination = destination[whole..];
        if (destination.IsEmpty)
            return;
        Span<double> scratch = stackalloc double[MostNumbers];
        Blocks<TVector, TMap>(pair + (whole / 2), tensor, scratch[..step]);
        scratch[..destination.Length].CopyTo(destination);
    }

    /// <summary>
    /// Two vectors of pairs at a time: first their uniforms, then the numbers, in a loop, for there must be one copy of that computation in
    /// the method: with several, the JIT's budget for inlining runs out in the middle of the arithmetic.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Blocks<TVector, TMap>(long pair, TensorKey tensor, Span<double> destination)
        where TVector : struct, IVector<TVector, double>
        where TMap : struct, IPairMap
    {
        Span<double> uniforms = stackalloc double[MostNumbers];
        var lanes = TVector.Load(in MemoryMarshal.GetReference(LaneNumbers));
        for (var i = 0; i < destination.Length; i += 4 * TVector.Count, pair += 2 * TVector.Count)
        {
            var a0 = TVector.AddBits(TVector.Bits((ulong)pair), lanes);
            var b0 = TVector.AddBits(TVector.Bits((ulong)(pair + TVector.Count)), lanes);
            var (a1, b1) = (TVector.ShiftRight(a0, 32), TVector.ShiftRight(b0, 32));
            var a2 = TVector.Bits(tensor.Value);
            var a3 = TVector.Bits(tensor.Value >> 32);
            var (b2, b3) = (a2, a3);
            Philox.Scramble(ref a0, ref a1, ref a2, ref a3, ref b0, ref b1, ref b2, ref b3, (uint)seed, (uint)(seed >> 32));
            ToUniform(a0, a1).Store(ref uniforms[0]);
            ToUniform(a2, a3).Store(ref uniforms[TVector.Count]);
            ToUniform(b0, b1).Store(ref uniforms[2 * TVector.Count]);
            ToUniform(b2, b3).Store(ref uniforms[3 * TVector.Count]);
            for (var j = 0; j < 4 * TVector.Count; j += 2 * TVector.Count)
            {
                var even = TMap.Map(TVector.Load(in uniforms[j]), TVector.Load(in uniforms[j + TVector.Count]), out var odd);
                even.StoreInterleaved(odd, ref destination[i + j]);
            }
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

    /// <summary>Of two vectors of pairs.</summary>
    private const int MostNumbers = 32;

    private const double TwoTo52 = 4503599627370496;
    private const double TwoTo73 = TwoTo52 * 2097152;
    private const double TwoToMinus53 = 1.0 / 9007199254740992;

    /// <summary>0 … 7 as the bits of lanes.</summary>
    private static ReadOnlySpan<double> LaneNumbers => MemoryMarshal.Cast<ulong, double>((ReadOnlySpan<ulong>)[0, 1, 2, 3, 4, 5, 6, 7]);
}
