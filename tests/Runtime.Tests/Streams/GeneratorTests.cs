using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
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
            var generator = new Mt19937(0);
            if (Seed(entry) is WordsSeed list)
                generator.Restart(list.Words.AsSpan());
            else
                generator.Restart((uint)((NumberSeed)Seed(entry)).Value);
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
    public void Philox_starts_from_NumPys_key_and_gives_its_words()
    {
        foreach (var entry in Entries("rng.json", RandomStream.NumpyPhilox))
        {
            var generator = new NumpyPhilox(Seed(entry));
            Assert.Equal(Texts(entry.GetProperty("initial_state"), "key"), Hex<ulong>([generator.Key.Low, generator.Key.High], "x16"));
            AssertWords(entry, generator);
        }
    }

    [Fact]
    public void Philox_starts_from_a_key_and_a_counter_as_NumPys()
    {
        var entries = TestData.Json("rng.json").GetProperty("philox_key").EnumerateArray().ToArray();
        Assert.Equal(2, entries.Length);
        foreach (var entry in entries)
        {
            var seed = Runtime.Streams.Seed.Philox(Decimal(entry, "key"), Decimal(entry, "counter"));
            AssertWords(entry, new NumpyPhilox(seed));
            var normals = Doubles(entry.GetProperty("normal_first"));
            Assert.Equal(normals, Normals(DrawSource.Create(RandomStream.NumpyPhilox, seed), normals.Length));
        }
    }

    /// <summary>
    /// NumPy 1.24.2: <c>Philox(key=2**128 - 1, counter=2**256 - 1).random_raw(5)</c>; the first block is that of the counter 0.
    /// </summary>
    [Fact]
    public void Philoxs_counter_goes_round()
    {
        var largest = (BigInteger.Pow(2, 256) - 1).ToString(CultureInfo.InvariantCulture);
        var generator = new NumpyPhilox(Runtime.Streams.Seed.Philox("340282366920938463463374607431768211455", largest));
        ulong[] expected =
        [
            4951506842108805673, 7365267267606094301, 4572245654624237582, 6941811595378622897, 7874205360917102206,
        ];
        Assert.Equal(expected, expected.Select(_ => generator.NextUInt64()));
    }

    [Fact]
    public void Children_of_a_seed_are_NumPys()
    {
        Span<ulong> words = stackalloc ulong[4];
        foreach (var entry in TestData.Json("rng.json").GetProperty("seedsequence").EnumerateArray())
        {
            Assert.Equal(4, entry.GetProperty("spawn").GetArrayLength());
            foreach (var child in entry.GetProperty("spawn").EnumerateArray())
            {
                var seed = Seed(entry).Spawn([.. child.GetProperty("spawn_key").EnumerateArray().Select(word => word.GetUInt32())]);
                SeedSequence.Generate(seed, words);
                Assert.Equal(Texts(child, "generate_state_u64_4"), Hex<ulong>(words, "x16"));
                var normals = Doubles(child.GetProperty("pcg64_normal_first5"));
                Assert.Equal(normals, Normals(DrawSource.Create(RandomStream.NumpyPcg64, seed), normals.Length));
            }
        }
    }

    /// <summary>NumPy 1.24.2: <c>SeedSequence([1, 2, 3])</c> is that of the number with these words.</summary>
    [Fact]
    public void A_list_of_words_spreads_as_the_number_that_they_make()
    {
        var list = Runtime.Streams.Seed.Words(1, 2, 3);
        var number = Runtime.Streams.Seed.Parse("55340232229718589441");
        Assert.NotEqual(list, number);
        foreach (var stream in (RandomStream[])[RandomStream.NumpyPcg64, RandomStream.NumpyPhilox])
            Assert.Equal(Normals(DrawSource.Create(stream, number), 9), Normals(DrawSource.Create(stream, list), 9));
        Span<ulong> words = stackalloc ulong[1];
        SeedSequence.Generate(list, words);
        Assert.Equal(3822189696UL | 3026158655UL << 32, words[0]);
    }

    [Fact]
    public void Seed_sequence_spreads_seeds_as_NumPys()
    {
        Span<uint> pool = stackalloc uint[4];
        Span<ulong> words = stackalloc ulong[4];
        var entries = TestData.Json("rng.json").GetProperty("seedsequence").EnumerateArray().ToArray();
        Assert.Equal(8, entries.Length);
        foreach (var entry in entries)
        {
            SeedSequence.Pool(Seed(entry), pool);
            Assert.Equal(Texts(entry, "pool"), Hex<uint>(pool, "x8"));
            SeedSequence.Generate(Seed(entry), words);
            Assert.Equal(Texts(entry, "generate_state_u64_4"), Hex<ulong>(words, "x16"));
            Assert.Equal(Texts(entry, "generate_state_u32_8"), Hex<uint>(MemoryMarshal.Cast<ulong, uint>(words), "x8"));
        }
    }

    private static void AssertWords(JsonElement entry, NumpyPhilox generator)
    {
        foreach (var word in entry.GetProperty("raw64").EnumerateArray())
            Assert.Equal(word.GetString(), generator.NextUInt64().ToString("x16", CultureInfo.InvariantCulture));
    }

    private static string Decimal(JsonElement entry, string name) =>
        BigInteger.Parse("0" + entry.GetProperty(name).GetString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            .ToString(CultureInfo.InvariantCulture);

    private static string[] Texts(JsonElement entry, string name) =>
        [.. entry.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static string[] Hex<T>(ReadOnlySpan<T> words, string format)
        where T : IFormattable => [.. words.ToArray().Select(word => word.ToString(format, CultureInfo.InvariantCulture))];
}
