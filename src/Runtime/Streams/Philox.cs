using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Streams;

/// <summary>
/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011), one block of four 32-bit words
/// in each lane of a vector of <see cref="double"/>, whose bits serve as 64-bit integers. Of c0 … c3 only the low halves count.
/// </summary>
internal static class Philox
{
    /// <summary>How often <see cref="Round"/> is applied, with <see cref="Advance"/> in between.</summary>
    public const int Rounds = 10;

    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint KeyStep0 = 0x9E3779B9;
    private const uint KeyStep1 = 0xBB67AE85;

    /// <summary>One round, under a key of two words. All of them turn a counter into random words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Round<TVector>(ref TVector c0, ref TVector c1, ref TVector c2, ref TVector c3, TVector k0, TVector k1)
        where TVector : struct, IVector<TVector>
    {
        var product0 = TVector.MultiplyLowHalves(c0, TVector.Bits(Multiplier0));
        var product1 = TVector.MultiplyLowHalves(c2, TVector.Bits(Multiplier1));
        c0 = TVector.ShiftRight(product1, 32) ^ (c1 ^ k0);      // what waits for the product comes last
        c1 = product1;
        c2 = TVector.ShiftRight(product0, 32) ^ (c3 ^ k1);
        c3 = product0;
    }

    /// <summary>The next round's key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Advance<TVector>(ref TVector k0, ref TVector k1)
        where TVector : struct, IVector<TVector>
    {
        k0 = TVector.AddBits(k0, TVector.Bits(KeyStep0));
        k1 = TVector.AddBits(k1, TVector.Bits(KeyStep1));
    }
}
