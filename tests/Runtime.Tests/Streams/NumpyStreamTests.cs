using System.Text.Json;
using FanIn.Runtime.Streams;
using static FanIn.Runtime.Tests.Streams.NumpyReference;

namespace FanIn.Runtime.Tests.Streams;

/// <summary>NumPy's streams, value for value.</summary>
public class NumpyStreamTests
{
    private const int HashedCount = 100_000;

    [Theory]
    [InlineData(RandomStream.NumpyLegacy, 6)]
    [InlineData(RandomStream.NumpyPcg64, 8)]
    [InlineData(RandomStream.NumpyPhilox, 2)]
    public void Draws_are_NumPys(RandomStream stream, int seeds)
    {
        var entries = Entries("rng.json", stream).ToArray();
        Assert.Equal(seeds, entries.Length);
        foreach (var entry in entries)
        {
            var source = DrawSource.Create(stream, Seed(entry));
            AssertDraws(entry.GetProperty("normal"), Normals(source, HashedCount));
            source.Restart();
            AssertDraws(entry.GetProperty("uniform"), Uniforms(source, HashedCount));
        }
    }

    /// <summary>Some forty tail values for each seed of pcg64: they go through log1p.</summary>
    [Theory]
    [InlineData(RandomStream.NumpyLegacy, 25)]
    [InlineData(RandomStream.NumpyPcg64, 50)]
    public void More_seeds_draw_NumPys_values(RandomStream stream, int seeds)
    {
        var entries = Entries("numpy-seeds.json", stream).ToArray();
        Assert.Equal(seeds, entries.Length);
        foreach (var entry in entries)
        {
            var source = DrawSource.Create(stream, Seed(entry));
            Assert.Equal(entry.GetProperty("normal").GetString(), Hash(Normals(source, HashedCount)));
            source.Restart();
            Assert.Equal(entry.GetProperty("uniform").GetString(), Hash(Uniforms(source, HashedCount)));
        }
    }

    [Theory]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    [InlineData(RandomStream.NumpyPhilox)]
    public void Calls_of_several_kinds_in_turns_draw_NumPys_values(RandomStream stream)
    {
        foreach (var entry in Entries("rng.json", stream))
        {
            var source = DrawSource.Create(stream, Seed(entry));
            foreach (var call in entry.GetProperty("mixed").EnumerateArray())
                Assert.Equal(Doubles(call[2]), Make(call[0].GetString()!, call[1].GetInt32(), source));
        }
    }

    [Theory]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    [InlineData(RandomStream.NumpyPhilox)]
    public void Restart_begins_again_and_drops_a_normal_that_waits(RandomStream stream)
    {
        var source = DrawSource.Create(stream, 42);
        var first = Normals(source, 7);
        Uniforms(source, 3);
        source.Restart();
        Assert.Equal(first, Normals(source, 7));
    }

    [Theory]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    [InlineData(RandomStream.NumpyPhilox)]
    public void Draws_do_not_depend_on_how_calls_cut_them(RandomStream stream)
    {
        var whole = Normals(DrawSource.Create(stream, 1), 5000);
        var source = DrawSource.Create(stream, 1);
        var pieces = new List<double>();
        for (var length = 0; pieces.Count < whole.Length; length = length % 13 + 1)
            pieces.AddRange(Normals(source, Math.Min(length, whole.Length - pieces.Count)));
        Assert.Equal(whole, pieces);
    }

    [Theory]
    [InlineData(RandomStream.NumpyLegacy)]
    [InlineData(RandomStream.NumpyPcg64)]
    [InlineData(RandomStream.NumpyPhilox)]
    public void Nor_do_uniforms(RandomStream stream)
    {
        var whole = Uniforms(DrawSource.Create(stream, 1), 5000);
        var source = DrawSource.Create(stream, 1);
        var pieces = new List<double>();
        for (var length = 0; pieces.Count < whole.Length; length = length % 13 + 1)
            pieces.AddRange(Uniforms(source, Math.Min(length, whole.Length - pieces.Count)));
        Assert.Equal(whole, pieces);
    }

    private static void AssertDraws(JsonElement expected, double[] values)
    {
        var first = Doubles(expected.GetProperty("first"));
        Assert.Equal(first, values[..first.Length]);
        Assert.Equal(expected.GetProperty("sha256_1000").GetString(), Hash(values.AsSpan(0, 1000)));
        Assert.Equal(expected.GetProperty("sha256_100000").GetString(), Hash(values));
        foreach (var place in expected.TryGetProperty("tail", out var tail) ? tail.EnumerateArray() : default)
            Assert.Equal(place[1].GetDouble(), values[place[0].GetInt32()]);
    }

    private static double[] Make(string call, int count, DrawSource source) => call switch
    {
        "randn" or "standard_normal" => Normals(source, count),
        "random" => Uniforms(source, count),
        "uniform(-1,1)" => [.. Uniforms(source, count).Select(u => -1 + (1.0 - -1) * u)],
        "uniform(-0.3,0.7)" => [.. Uniforms(source, count).Select(u => -0.3 + (0.7 - -0.3) * u)],
        _ => throw new ArgumentException($"The data has a call of another kind: {call}."),
    };
}
