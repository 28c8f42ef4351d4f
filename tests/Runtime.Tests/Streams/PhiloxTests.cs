using FanIn.Runtime.Numerics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Streams;

/// <summary>The published test vectors: Random123's kat_vectors, "philox4x32 10".</summary>
public class PhiloxTests
{
    [Theory]
    [InlineData(0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void Gives_the_published_words(
        uint c0, uint c1, uint c2, uint c3, uint key0, uint key1, uint w0, uint w1, uint w2, uint w3)
    {
        uint[] counter = [c0, c1, c2, c3];
        uint[] expected = [w0, w1, w2, w3];
        Assert.Equal(expected, Scramble<Lane<double>>(counter, key0, key1));
        Assert.Equal(expected, Scramble<Lanes128<double>>(counter, key0, key1));
        Assert.Equal(expected, Scramble<Lanes256<double>>(counter, key0, key1));
        Assert.Equal(expected, Scramble<Lanes512<double>>(counter, key0, key1));
    }

    /// <summary>The words of the last lane.</summary>
    private static uint[] Scramble<TVector>(uint[] counter, uint key0, uint key1)
        where TVector : struct, IVector<TVector, double>
    {
        TVector[] c = [.. counter.Select(word => TVector.Bits(word))];
        var (k0, k1) = (TVector.Bits(key0), TVector.Bits(key1));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            Philox.Round(ref c[0], ref c[1], ref c[2], ref c[3], k0, k1);
            Philox.Advance(ref k0, ref k1);
        }

        var lanes = new double[TVector.Count];
        return [.. c.Select(LastWord)];

        uint LastWord(TVector words)
        {
            words.Store(ref lanes[0]);
            return (uint)BitConverter.DoubleToUInt64Bits(lanes[^1]);
        }
    }
}
