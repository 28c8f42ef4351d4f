using System.Security.Cryptography;
using System.Runtime.InteropServices;
using System.Text.Json;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Streams;

/// <summary>What NumPy 1.24.2 draws (rng.json, numpy-seeds.json), and ours in the same form.</summary>
internal static class NumpyReference
{
    /// <summary>The entries of a stream.</summary>
    public static IEnumerable<JsonElement> Entries(string file, RandomStream stream) =>
        TestData.Json(file).GetProperty("streams").EnumerateArray()
            .Where(entry => entry.GetProperty("stream").GetString() == stream.Name());

    /// <summary>Digits, or a list of words.</summary>
    public static Seed Seed(JsonElement entry) => entry.GetProperty("seed") is { ValueKind: JsonValueKind.Array } list
        ? Runtime.Streams.Seed.Words([.. list.EnumerateArray().Select(word => word.GetUInt32())])
        : Runtime.Streams.Seed.Parse(entry.GetProperty("seed").GetString()!);

    public static double[] Doubles(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];

    public static double[] Normals(DrawSource source, int count)
    {
        var values = new double[count];
        source.Normals(default, 0, values);
        return values;
    }

    public static double[] Uniforms(DrawSource source, int count)
    {
        var values = new double[count];
        source.Uniforms(default, 0, values);
        return values;
    }

    /// <summary>SHA-256 of the values' little-endian bytes, as lower-case hex.</summary>
    public static string Hash(ReadOnlySpan<double> values) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values)));
}
