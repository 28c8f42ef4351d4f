using System.Numerics;
using System.Text.Json.Nodes;
using FanIn.Dsl;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Schema;

/// <summary>Seeds: a number, a list of words, a spawned seed, or a key and a counter; and which stream takes which.</summary>
internal static class SeedSchema
{
    /// <summary>All that any stream takes.</summary>
    public static JsonObject Seed()
    {
        var seed = Entropy();
        seed["type"] = Shapes.Types("integer", "string", "array", "object");
        seed["properties"] = new JsonObject(Properties(Keys.SpawnedSeed).Concat(Properties(Keys.PhiloxSeed)));
        seed["additionalProperties"] = false;
        seed["minProperties"] = 1;
        seed["dependencies"] = new JsonObject
        {
            ["entropy"] = new JsonArray("spawn_key"),
            ["spawn_key"] = new JsonArray("entropy"),
            ["counter"] = new JsonArray("key"),
            ["key"] = new JsonObject { ["properties"] = new JsonObject { ["entropy"] = false, ["spawn_key"] = false } },
        };
        return seed;
    }

    /// <summary>What a file must keep to that names a stream, or leaves it out where it is the default.</summary>
    public static JsonObject Of(StreamEntry stream)
    {
        var allowed = new JsonObject
        {
            ["maximum"] = Shapes.Largest(stream.LargestSeed),
            ["type"] = Shapes.Types(
            [
                "integer", "string",
                .. stream.Forms.HasFlag(SeedForms.Words) ? ["array"] : Array.Empty<string>(),
                .. stream.Forms.HasFlag(SeedForms.Spawned) ? ["object"] : Array.Empty<string>(),
            ]),
        };
        if (!stream.Forms.HasFlag(SeedForms.Key))
            allowed["properties"] = new JsonObject { ["key"] = false, ["counter"] = false };
        var named = new JsonObject
        {
            ["properties"] = new JsonObject { ["rng"] = new JsonObject { ["const"] = stream.Name } },
        };
        if (stream != Lexicon.Streams[0])
            named["required"] = new JsonArray("rng");
        return new() { ["if"] = named, ["then"] = new JsonObject { ["properties"] = new JsonObject { ["seed"] = allowed } } };
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(KeyTable table) =>
        table.Entries.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Shapes.Described(key, Shape(key.Name))));

    private static JsonObject Shape(string key) => key switch
    {
        "entropy" => Entropy(),
        "spawn_key" => Words(),
        "key" => Shapes.Digits(BigInteger.Pow(2, 128) - 1),
        "counter" => Shapes.Digits(BigInteger.Pow(2, 256) - 1),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "A key without a shape."),
    };

    /// <summary>A number or a list of words.</summary>
    private static JsonObject Entropy()
    {
        var entropy = Shapes.Digits(Limits.LargestSeed);
        entropy["type"] = Shapes.Types("integer", "string", "array");
        foreach (string keyword in (string[])["items", "minItems", "maxItems"])
            entropy[keyword] = Words()[keyword]!.DeepClone();
        return entropy;
    }

    private static JsonObject Words() => Shapes.List(Shapes.Digits(uint.MaxValue), 1, Limits.SeedWords);
}
