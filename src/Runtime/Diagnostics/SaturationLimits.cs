using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FanIn.Runtime.Activations;
using FanIn.Theory.Activations;

namespace FanIn.Runtime.Diagnostics;

/// <summary>Where an activation saturates: below t₋ and above t₊, infinite where it does not, NaN where the notion means nothing.</summary>
/// <param name="Low">t₋.</param>
/// <param name="High">t₊.</param>
internal readonly record struct SaturationLimits(double Low, double High)
{
    /// <summary>Those of φ; see <see cref="SlopeProfile"/>.</summary>
    public static SaturationLimits Of<TActivation>(TActivation activation)
        where TActivation : struct, IActivation
    {
        var slopes = SlopeProfile.Of(new ScalarActivation<TActivation>(activation));
        return slopes.IsDefined
            ? new(slopes.SaturatedBelow ?? double.NegativeInfinity, slopes.SaturatedAbove ?? double.PositiveInfinity)
            : new(double.NaN, double.NaN);
    }

    /// <summary>Whether two values of φ have the same numbers, so that one profile serves both.</summary>
    public static bool AreEqual<TActivation>(TActivation one, TActivation other)
        where TActivation : struct, IActivation =>
        !RuntimeHelpers.IsReferenceOrContainsReferences<TActivation>() && Bytes(ref one).SequenceEqual(Bytes(ref other));

    private static Span<byte> Bytes<TActivation>(ref TActivation activation)
        where TActivation : struct, IActivation =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<TActivation, byte>(ref activation), Unsafe.SizeOf<TActivation>());
}
