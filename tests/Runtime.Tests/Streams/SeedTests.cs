using System.Collections.Immutable;
using System.Numerics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Streams;

public class SeedTests
{
    private const string Large = "1267650600228229401496703205383";

    public static TheoryData<Seed, Seed, Seed> Twins => new()
    {
        { 42, Seed.Parse("42"), 43 },
        { Seed.Parse(Large), new NumberSeed(BigInteger.Pow(2, 100) + 7), Seed.Parse("1" + Large) },
        { Seed.Words(1, 2, 3), new WordsSeed([1, 2, 3]), Seed.Words(1, 2) },
        { Seed.Parse("42").Spawn(0, 1), new SpawnedSeed(42, [0, 1]), Seed.Parse("42").Spawn(0) },
        { Seed.Philox("7"), new PhiloxSeed(7, 0), Seed.Philox("7", "1") },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public void Seeds_are_equal_when_they_say_the_same(Seed one, Seed same, Seed other)
    {
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void They_are_written_as_a_file_writes_them()
    {
        Assert.Equal("18446744073709551615", ((Seed)ulong.MaxValue).ToString());
        Assert.Equal(Large, Seed.Parse(Large).ToString());
        Assert.Equal("[1, 2, 4294967295]", Seed.Words(1, 2, uint.MaxValue).ToString());
        Assert.Equal("{ entropy: [1, 2], spawn_key: [0, 3] }", Seed.Words(1, 2).Spawn(0, 3).ToString());
        Assert.Equal("{ key: 5, counter: 0 }", Seed.Philox("5").ToString());
    }

    [Fact]
    public void What_is_no_seed_is_refused()
    {
        Assert.Throws<FormatException>(() => Seed.Parse("-1"));
        Assert.Throws<FormatException>(() => Seed.Parse(" 1"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NumberSeed(-1));
        Assert.Throws<ArgumentException>(() => Seed.Words());
        Assert.Throws<ArgumentException>(() => Seed.Words(1).Spawn());
        Assert.Throws<ArgumentException>("entropy", () => Seed.Philox("1").Spawn(0));
        Assert.Throws<ArgumentException>("entropy", () => Seed.Words(1).Spawn(0).Spawn(0));
        Assert.Throws<ArgumentOutOfRangeException>("key", () => new PhiloxSeed(BigInteger.Pow(2, 128), 0));
        Assert.Throws<ArgumentOutOfRangeException>("counter", () => new PhiloxSeed(0, BigInteger.Pow(2, 256)));
        Assert.Throws<ArgumentException>("words", () => new WordsSeed(default(ImmutableArray<uint>)));
    }

    /// <summary>Hashes by an independent FNV-1a of the texts "[1, 2, 3]" and "18446744073709551616".</summary>
    [Fact]
    public void What_always_draws_from_philox_takes_the_number_or_the_hash_of_the_text()
    {
        Assert.Equal(ulong.MaxValue, ((Seed)ulong.MaxValue).ForPhilox);
        Assert.Equal(0x6f89fc9ebd477651UL, Seed.Words(1, 2, 3).ForPhilox);
        Assert.Equal(0xedf2aa6b38fc416dUL, Seed.Parse("18446744073709551616").ForPhilox);
    }

    [Theory]
    [InlineData(RandomStream.Philox, "18446744073709551615", "18446744073709551616")]
    [InlineData(RandomStream.NumpyLegacy, "4294967295", "4294967296")]
    [InlineData(RandomStream.NumpyPcg64, Large, null)]
    [InlineData(RandomStream.NumpyPhilox, Large, null)]
    public void Each_stream_takes_its_numbers(RandomStream stream, string taken, string? refused)
    {
        Assert.Null(stream.Refusal(Seed.Parse(taken)));
        Assert.NotNull(DrawSource.Create(stream, Seed.Parse(taken)));
        if (refused is null)
            return;
        Assert.Contains($"from 0 to {taken}; found {refused}.", stream.Refusal(Seed.Parse(refused)));
        Assert.Throws<ArgumentOutOfRangeException>("seed", () => DrawSource.Create(stream, Seed.Parse(refused)));
    }

    [Theory]
    [InlineData(RandomStream.Philox, false, false, false)]
    [InlineData(RandomStream.NumpyLegacy, true, false, false)]
    [InlineData(RandomStream.NumpyPcg64, true, true, false)]
    [InlineData(RandomStream.NumpyPhilox, true, true, true)]
    public void Each_stream_takes_the_forms_that_NumPy_gives_it(RandomStream stream, bool words, bool spawned, bool key)
    {
        foreach (var (seed, taken) in new[] { (Seed.Words(1, 2), words), (Seed.Words(1).Spawn(0), spawned), (Seed.Philox("1"), key) })
        {
            Assert.Equal(taken, stream.Refusal(seed) is null);
            if (taken)
                Assert.NotNull(DrawSource.Create(stream, seed));
            else
                Assert.Throws<ArgumentOutOfRangeException>("seed", () => DrawSource.Create(stream, seed));
        }
    }
}
