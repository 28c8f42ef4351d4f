using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Results;

/// <summary>Seeds in JSON: a number, a list, or an object with the keys that the YAML has.</summary>
internal static class SeedJson
{
    /// <summary>The largest number that every JSON reader takes as it is: 2⁵³. Larger ones are text.</summary>
    private const ulong LargestExactNumber = 1UL << 53;

    public static void Write(Utf8JsonWriter json, string name, Seed seed)
    {
        json.WritePropertyName(name);
        Write(json, seed);
    }

    public static void Write(Utf8JsonWriter json, string name, ImmutableArray<Seed> seeds)
    {
        json.WriteStartArray(name);
        foreach (var seed in seeds)
            Write(json, seed);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Seed seed)
    {
        switch (seed)
        {
            case NumberSeed number:
                Write(json, number.Value);
                break;
            case WordsSeed list:
                Write(json, list.Words);
                break;
            case SpawnedSeed child:
                json.WriteStartObject();
                Write(json, "entropy", child.Entropy);
                json.WritePropertyName("spawn_key");
                Write(json, child.SpawnKey);
                json.WriteEndObject();
                break;
            case PhiloxSeed philox:
                json.WriteStartObject();
                json.WritePropertyName("key");
                Write(json, philox.Key);
                json.WritePropertyName("counter");
                Write(json, philox.Counter);
                json.WriteEndObject();
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, BigInteger number)
    {
        if (number <= LargestExactNumber)
            json.WriteNumberValue((ulong)number);
        else
            json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<uint> words)
    {
        json.WriteStartArray();
        foreach (var word in words)
            json.WriteNumberValue(word);
        json.WriteEndArray();
    }
}
