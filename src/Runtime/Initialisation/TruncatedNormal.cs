using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Numerics;

namespace FanIn.Runtime.Initialisation;

/// <summary>
/// A normal distribution between two bounds, by inverse distribution function: one uniform u an element, <c>mean + std·Φ⁻¹(p)</c> with
/// <c>p = Φ(low) + u (Φ(high) − Φ(low))</c>, no rejection, so that an element stays a function of its own uniform.
/// </summary>
internal readonly struct TruncatedNormal
{
    private readonly double _mean, _std, _low, _high;
    private readonly double _first, _span;

    /// <param name="mean">Mean of the distribution before it is cut.</param>
    /// <param name="std">Its standard deviation; with <paramref name="rescale"/>, the one that the cut distribution is to have.</param>
    /// <param name="low">Lower bound, in standard deviations from the mean.</param>
    /// <param name="high">Upper bound, likewise.</param>
    /// <param name="rescale">Widens the distribution by what the cut takes from its standard deviation.</param>
    public TruncatedNormal(double mean, double std, double low, double high, bool rescale)
    {
        // Above the mean probabilities crowd at 1; their mirror image below it is exact.
        var mirrored = low > 0;
        (_low, _high) = mirrored ? (-high, -low) : (low, high);
        _mean = mean;
        var cut = TruncatedNormalMoments.Between(low, high);
        var spread = rescale ? std / cut.Std : std;
        _std = mirrored ? -spread : spread;
        _first = Elementary.NormalCdf(_low);
        _span = Elementary.NormalCdf(_high) - _first;
        AskedStd = rescale ? std : std * cut.Std;
        Spread = spread;
        Mean = mean + (spread * cut.Mean);
        Fourth = low == -high ? spread * spread * spread * spread * cut.Fourth : 3 * AskedStd * AskedStd * AskedStd * AskedStd;
    }

    /// <summary>Whether there is anything between the bounds.</summary>
    public bool HasMass => _span > 0;

    /// <summary>The standard deviation after the cut.</summary>
    public double AskedStd { get; }

    /// <summary>Mean after the cut.</summary>
    public double Mean { get; }

    /// <summary>E(x − mean)⁴ after a symmetric cut; after another that of a normal distribution.</summary>
    public double Fourth { get; }

    /// <summary>The standard deviation before the cut.</summary>
    public double Spread { get; }

    /// <summary>Turns uniforms into draws, in place. The bits don't depend on the width of vectors.</summary>
    public void Map(Span<double> uniforms)
    {
        if (Vector512.IsHardwareAccelerated)
            Map<Lanes512<double>>(uniforms);
        else if (Vector256.IsHardwareAccelerated)
            Map<Lanes256<double>>(uniforms);
        else if (Vector128.IsHardwareAccelerated)
            Map<Lanes128<double>>(uniforms);
        else
            Map<Lane<double>>(uniforms);
    }

    /// <summary><see cref="Map(Span{double})"/> in vectors of a width; what is left of the last one goes through a whole one.</summary>
    internal void Map<TVector>(Span<double> uniforms)
        where TVector : struct, IVector<TVector, double>
    {
        var whole = uniforms.Length / TVector.Count * TVector.Count;
        Vectors<TVector>(uniforms[..whole]);
        if (whole == uniforms.Length)
            return;
        Span<double> rest = stackalloc double[TVector.Count];
        rest.Fill(0.5);
        uniforms[whole..].CopyTo(rest);
        Vectors<TVector>(rest);
        rest[..(uniforms.Length - whole)].CopyTo(uniforms[whole..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Vectors<TVector>(Span<double> values)
        where TVector : struct, IVector<TVector, double>
    {
        var (first, span) = (TVector.Broadcast(_first), TVector.Broadcast(_span));
        var (low, high) = (TVector.Broadcast(_low), TVector.Broadcast(_high));
        var (mean, std) = (TVector.Broadcast(_mean), TVector.Broadcast(_std));
        ref var start = ref MemoryMarshal.GetReference(values);
        for (var i = 0; i < values.Length; i += TVector.Count)
        {
            ref var place = ref Unsafe.Add(ref start, i);
            var p = TVector.FusedMultiplyAdd(TVector.Load(in place), span, first);
            var z = TVector.Min(TVector.Max(Functions.NormalQuantile(p), low), high);
            (mean + (z * std)).Store(ref place);
        }
    }
}
