using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>z = x·factor where the sample's bit is set, otherwise +0 whatever x is.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="x">Units × stride elements, [unit][sample].</param>
/// <param name="z">Receives as many.</param>
/// <param name="mask">Words of bits for each unit, the first sample's the lowest.</param>
/// <param name="words">Words of a unit.</param>
/// <param name="units">Units.</param>
/// <param name="stride">Samples that the block has room for: whole vectors, or one.</param>
/// <param name="factor">1 / keep.</param>
internal readonly unsafe struct DropoutKernel<T>(T* x, T* z, ulong* mask, int words, int units, int stride, T factor) : IVectorKernel<T>
    where T : unmanaged
{
    private const int WordBits = 64;
    private const int MostLanes = 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        var bits = stackalloc ulong[MostLanes];
        for (var lane = 0; lane < TVector.Count; lane++)
        {
            if (TVector.IsDouble)
                bits[lane] = 1UL << lane;
            else
                ((uint*)bits)[lane] = 1U << lane;
        }

        // A lane's own bit beside the bits of 1 makes a number other than 1, which is quicker to compare than one near 0.
        var (laneBit, one, scale) = (TVector.Load(in *(T*)bits), TVector.Constant(1), TVector.Broadcast(factor));
        for (var unit = 0; unit < units; unit++)
        {
            var from = x + ((long)unit * stride);
            var to = z + ((long)unit * stride);
            var word = mask + ((long)unit * words);
            for (var i = 0; i < stride; i += TVector.Count)
            {
                var own = TVector.Bits(word[i / WordBits] >> (i % WordBits)) & laneBit;
                var dropped = TVector.Equal(own | one, one);
                TVector.Select(dropped, default, TVector.Load(in from[i]) * scale).Store(ref to[i]);
            }
        }
    }
}
