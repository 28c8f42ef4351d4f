using System.Globalization;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads <c>seed</c>: digits, and no formula, so that no rounding has a say in it.</summary>
internal static class SeedBinder
{
    public static ulong? Bind(ValueReader reader, YamlNode? node, StreamEntry? stream)
    {
        if (node is null)
            return 0;
        if (reader.Text(node, "seed", "a whole number in digits") is not { } text)
            return null;
        bool isDigits = text.Value.All(c => c is >= '0' and <= '9');
        if (!isDigits || !ulong.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            reader.Bag.Add(
                DiagnosticCatalog.Seed, text.Range,
                $"A seed is a whole number in digits from 0 to {ulong.MaxValue}, not a formula; found {Words.Quote(text.Value)}.");
            return null;
        }

        if (stream is null || seed <= stream.LargestSeed)
            return seed;
        reader.Bag.Add(DiagnosticCatalog.Seed, text.Range, $"{stream.Name} takes seeds from 0 to {stream.LargestSeed}; found {seed}.");
        return null;
    }
}
