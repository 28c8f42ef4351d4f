using System.Globalization;
using System.Text.Json;
using FanIn.Runtime.Streams;
using static FanIn.Runtime.Tests.Streams.NumpyReference;

namespace FanIn.Runtime.Tests.Streams;

/// <summary>The bit generators below NumPy's streams: raw words, states, seeding.</summary>
public class GeneratorTests
{
    [Fact]
    public void Mersenne_Twister_gives_NumPys_words()
    {
        foreach (var entry in Entries("rng.json", RandomStream.NumpyLegacy))
        {
            var generator = new Mt19937((uint)Seed(entry));
            foreach (var word in entry.GetProperty("raw32").EnumerateArray())
                Assert.Equal(word.GetString(), generator.NextUInt32().ToString("x8", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>C++11 (ISO/IEC 14882, rand.predef): the 10,000th word of a default-seeded mt19937.</summary>
    [Fact]
    public void Mersenne_Twister_gives_the_standards_ten_thousandth_word()
    {
        var generator = new Mt19937(5489);
        for (var i = 0; i < 9999; i++)
            generator.NextUInt32();
        Assert.Equal(4123659995, generator.NextUInt32());
    }

    [Fact]
    public void Pcg64_starts_from_NumPys_state_and_gives_its_words()
    {
        foreach (var entry in Entries("rng.json", RandomStream.NumpyPcg64))
        {
            var generator = new Pcg64(Seed(entry));
            var state = entry.GetProperty("initial_state");
            Assert.Equal(state.GetProperty("state").GetString(), generator.State.ToString("x32", CultureInfo.InvariantCulture));
            Assert.Equal(state.GetProperty("inc").GetString(), generator.Increment.ToString("x32", CultureInfo.InvariantCulture));
            foreach (var word in entry.GetProperty("raw64").EnumerateArray())
                Assert.Equal(word.GetString(), generator.NextUInt64().ToString("x16", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Seed_sequence_spreads_seeds_as_NumPys()
    {
        Span<uint> pool = stackalloc uint[4];
        Span<ulong> words = stackalloc ulong[4];
        var entries = TestData.Json("rng.json").GetProperty("seedsequence").EnumerateArray().ToArray();
        Assert.Equal(6, entries.Length);
        foreach (var entry in entries)
        {
            SeedSequence.Pool(Seed(entry), pool);
            Assert.Equal(Texts(entry, "pool"), Hex<uint>(pool, "x8"));
            SeedSequence.Generate(Seed(entry), words);
            Assert.Equal(Texts(entry, "generate_state_u64_4"), Hex<ulong>(words, "x16"));
        }
    }

    private static string[] Texts(JsonElement entry, string name) =>
        [.. entry.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static string[] Hex<T>(ReadOnlySpan<T> words, string format)
        where T : IFormattable => [.. words.ToArray().Select(word => word.ToString(format, CultureInfo.InvariantCulture))];
}
