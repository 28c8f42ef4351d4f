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
        TVector[] other = [.. counter.Select(word => TVector.Bits(~word))];
        TVector[] same = [.. c];
        Philox.Scramble(
            ref c[0], ref c[1], ref c[2], ref c[3], ref other[0], ref other[1], ref other[2], ref other[3], key0, key1);
        Philox.Scramble(
            ref other[0], ref other[1], ref other[2], ref other[3], ref same[0], ref same[1], ref same[2], ref same[3], key0, key1);
        Assert.Equal(c, same);
        var lanes = new double[TVector.Count];
        return [.. c.Select(LastWord)];

        uint LastWord(TVector words)
        {
            words.Store(ref lanes[0]);
            return (uint)BitConverter.DoubleToUInt64Bits(lanes[^1]);
        }
    }
}
