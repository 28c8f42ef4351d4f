using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Streams;

/// <summary>How the two uniforms of a <see cref="Philox"/> block become two numbers of the stream.</summary>
internal interface IPairMap
{
    /// <summary>The even-numbered element; the odd-numbered one comes out.</summary>
    static abstract TVector Map<TVector>(TVector u1, TVector u2, out TVector odd)
        where TVector : struct, IVector<TVector>;
}

/// <summary>The uniforms themselves.</summary>
internal readonly struct UniformPair : IPairMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Map<TVector>(TVector u1, TVector u2, out TVector odd)
        where TVector : struct, IVector<TVector>
    {
        odd = u2;
        return u1;
    }
}

/// <summary>Normals by Box and Muller (1958): r cos 2πu₂ and r sin 2πu₂ with r = √(−2 ln u₁).</summary>
internal readonly struct NormalPair : IPairMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Map<TVector>(TVector u1, TVector u2, out TVector odd)
        where TVector : struct, IVector<TVector>
    {
        var r = TVector.Sqrt(Functions.LogOfNormal(u1) * TVector.Constant(-2));
        var sin = Functions.SinCosOfTurns(u2, out var cos);
        odd = r * sin;
        return r * cos;
    }
}
