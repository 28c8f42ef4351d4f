using System.Globalization;
using System.Numerics;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads <c>seed</c>: digits, and no formula, so that no rounding has a say in it.</summary>
internal static class SeedBinder
{
    public static Seed? Bind(ValueReader reader, YamlNode? node, StreamEntry? stream)
    {
        if (node is null)
            return Seed.Zero;
        if (reader.Resolve(node) is not { } found || Read(reader, found) is not { } seed)
            return null;
        if (stream is null || Refusal(stream, seed) is not { } refusal)
            return seed;
        reader.Bag.Add(DiagnosticCatalog.Seed, found.Range, $"{refusal}; found {Words.Shorten(seed.ToString())}.");
        return null;
    }

    /// <summary>Why the stream does not take the seed; null when it does.</summary>
    private static string? Refusal(StreamEntry stream, Seed seed) => seed switch
    {
        NumberSeed number =>
            number.Value <= stream.LargestSeed ? null : $"{stream.Name} takes seeds from 0 to {Words.Largest(stream.LargestSeed)}",
        WordsSeed => Refusal(stream, SeedForms.Words, "lists of words"),
        SpawnedSeed => Refusal(stream, SeedForms.Spawned, "spawned seeds"),
        _ => Refusal(stream, SeedForms.Key, "keys and counters"),
    };

    private static string? Refusal(StreamEntry stream, SeedForms form, string what)
    {
        if (stream.Forms.HasFlag(form))
            return null;
        var others = Lexicon.Streams.Where(other => other.Forms.HasFlag(form)).Select(other => other.Name);
        return $"{stream.Name} takes no seeds that are {what}, only {Words.List(others)} do";
    }

    private static Seed? Read(ValueReader reader, YamlNode found) => found switch
    {
        YamlMapping mapping => mapping.Entries.Any(entry => entry.Key.Value is "key" or "counter")
            ? Philox(reader, mapping)
            : Spawned(reader, mapping),
        _ => Entropy(reader, found),
    };

    private static Seed? Spawned(ValueReader reader, YamlMapping mapping)
    {
        if (reader.Mapping(mapping, Keys.SpawnedSeed) is not { } fields)
            return null;
        var entropy = reader.Resolve(fields["entropy"]) is { } found ? Entropy(reader, found) : null;
        var spawnKey = reader.Resolve(fields["spawn_key"]) is { } key ? WordsOf(reader, key, "spawn_key") : null;
        return entropy is null || spawnKey is null ? null : new SpawnedSeed(entropy, spawnKey);
    }

    private static Seed? Philox(ValueReader reader, YamlMapping mapping)
    {
        if (reader.Mapping(mapping, Keys.PhiloxSeed) is not { } fields)
            return null;
        var key = Number(reader, fields["key"], "The key", BigInteger.Pow(2, 128) - 1);
        var counter = fields["counter"] is { } given ? Number(reader, given, "The counter", BigInteger.Pow(2, 256) - 1) : BigInteger.Zero;
        return key is null || counter is null ? null : new PhiloxSeed(key.Value, counter.Value);
    }

    /// <summary>A number or a list of words.</summary>
    private static Seed? Entropy(ValueReader reader, YamlNode found)
    {
        if (found is YamlSequence)
            return WordsOf(reader, found, "seed") is { } words ? new WordsSeed(words) : null;
        return Number(reader, found, "A seed", Limits.LargestSeed) is { } number ? new NumberSeed(number) : null;
    }

    private static EquatableArray<uint>? WordsOf(ValueReader reader, YamlNode found, string what)
    {
        if (reader.List(found, what, "a list of whole numbers") is not { } items)
            return null;
        if (items.Count is 0 or > Limits.SeedWords)
        {
            reader.Bag.Add(
                DiagnosticCatalog.Seed, found.Range, $"A list in {what} has 1 to {Limits.SeedWords} numbers; found {items.Count}.");
            return null;
        }

        var words = items.Select(item => Number(reader, item, "A word of a seed", uint.MaxValue)).ToList();
        return words.All(word => word is not null) ? words.Select(word => (uint)word!.Value).ToEquatableArray() : null;
    }

    private static BigInteger? Number(ValueReader reader, YamlNode? node, string what, BigInteger largest)
    {
        if (reader.Text(node, "seed", "a whole number in digits") is not { } text)
            return null;
        bool isDigits = text.Value.Length is > 0 and <= MostDigits && text.Value.All(c => c is >= '0' and <= '9');
        if (isDigits && BigInteger.Parse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture) is var number && number <= largest)
            return number;
        reader.Bag.Add(
            DiagnosticCatalog.Seed, text.Range,
            $"{what} is a whole number in digits from 0 to {Words.Largest(largest)}, not a formula; found {Words.Quote(text.Value)}.");
        return null;
    }

    /// <summary>Of the largest seed, and zeros before it.</summary>
    private const int MostDigits = 200;
}
