using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Streams;

public class DrawSourceTests
{
    [Theory]
    [InlineData(RandomStream.Philox, true)]
    [InlineData(RandomStream.NumpyLegacy, false)]
    [InlineData(RandomStream.NumpyPcg64, false)]
    [InlineData(RandomStream.NumpyPhilox, false)]
    public void Knows_whether_elements_stand_for_themselves(RandomStream stream, bool isCounterBased) =>
        Assert.Equal(isCounterBased, DrawSource.Create(stream, 0).IsCounterBased);

    [Fact]
    public void The_legacy_stream_takes_seeds_below_2_to_the_32()
    {
        Assert.NotNull(DrawSource.Create(RandomStream.NumpyLegacy, uint.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("seed", () => DrawSource.Create(RandomStream.NumpyLegacy, 1UL << 32));
    }

    [Fact]
    public void A_stream_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("stream", () => DrawSource.Create((RandomStream)99, 0));

    [Theory]
    [InlineData(RandomStream.Philox)]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    [InlineData(RandomStream.NumpyPhilox)]
    public void Draws_allocate_nothing(RandomStream stream)
    {
        var source = DrawSource.Create(stream, 5);
        var tensor = TensorKey.Of("input");
        var values = new double[4099];
        Assert.Equal(0, Allocations.OfThread(() =>
        {
            source.Restart();
            source.Normals(tensor, 1, values);
            source.Uniforms(tensor, 1, values);
        }));
    }

    /// <summary>Test vectors of the FNV reference (Noll, "FNV-1a 64 bit").</summary>
    [Theory]
    [InlineData("", 0xcbf29ce484222325)]
    [InlineData("a", 0xaf63dc4c8601ec8c)]
    [InlineData("foobar", 0x85944171f73967e8)]
    [InlineData("input", 0x1ebbae8f5810b65b)]
    [InlineData("hidden/3/weights", 0xa6ef45b262e6bf25)]
    public void A_tensors_key_is_the_FNV_1a_of_its_path(string path, ulong key) => Assert.Equal(key, TensorKey.Of(path).Value);

    [Theory]
    [InlineData(RandomStream.Philox, "philox")]
    [InlineData(RandomStream.NumpyLegacy, "numpy-legacy")]
    [InlineData(RandomStream.NumpyPcg64, "numpy-pcg64")]
    [InlineData(RandomStream.NumpyPhilox, "numpy-philox")]
    public void Names_go_both_ways(RandomStream stream, string name)
    {
        Assert.Equal(name, stream.Name());
        Assert.True(RandomStreamNames.TryParse(name, out var parsed));
        Assert.Equal(stream, parsed);
        Assert.False(RandomStreamNames.TryParse(name.ToUpperInvariant(), out _));
    }
}
