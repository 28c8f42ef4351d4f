using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// Where an element belongs by arithmetic: (x − low)·scale + offset, whose whole part is its bin. It never falls while x grows, so that
/// what holds at both ends of a bin holds for every number between them.
/// </summary>
/// <typeparam name="TVector">The vector type.</typeparam>
/// <param name="low">The first edge.</param>
/// <param name="scale">Bins per unit of x.</param>
/// <param name="top">Within the last bin: it keeps the last edge, which belongs to it.</param>
/// <param name="afterLast">The first value above the bins.</param>
/// <param name="below">The slot of what is below.</param>
/// <param name="above">The slot of what is above, and of NaN.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct BinPlace<TVector>(
    TVector low, TVector scale, TVector top, TVector afterLast, TVector below, TVector above)
    where TVector : struct, IVector<TVector>
{
    /// <summary>A number whose whole part is the bin, for x within the range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector InRange(TVector x, TVector offset) => TVector.Min(TVector.FusedMultiplyAdd(x - low, scale, offset), top);

    /// <summary>A number whose whole part is the slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Of(TVector x, TVector offset)
    {
        var place = TVector.Select(TVector.LessThan(x, low), below, InRange(x, offset));
        return TVector.Select(TVector.LessThan(x, afterLast), place, above);
    }
}
