using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Refuses keys that the language does not have, and asks for those that it needs.</summary>
internal static class KeyCheck
{
    public static Fields Check(YamlMapping mapping, KeyTable table, IEnumerable<string> more, DiagnosticBag bag)
    {
        var fields = new Fields(mapping);
        List<string> known = [.. table.Entries.Select(key => key.Name), .. more];
        HashSet<string> meant = new(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries.Where(entry => !known.Contains(entry.Key.Value)))
        {
            string? nearest = NearestName.Find(entry.Key.Value, known);
            meant.Add(nearest ?? "");
            bag.Add(
                DiagnosticCatalog.UnknownKey, entry.Key.Range,
                $"{Words.Capital(table.What)} {(table.IsPlural ? "have" : "has")} no key {Words.Quote(entry.Key.Value)}."
                + $"{Words.Suggest(nearest)} Keys: {Words.List(known)}.");
        }

        // A misspelt key is one slip, and not a missing key besides.
        var missing = table.Entries
            .Where(key => key.Default is null && fields[key.Name] is null && (key.Instead is null || fields[key.Instead] is null))
            .Where(key => !meant.Contains(key.Name) && (key.Instead is null || !meant.Contains(key.Instead)))
            .Select(key => $"'{key.Name}': {key.Documentation}")
            .ToList();
        if (missing.Count > 0)
            bag.Add(
                DiagnosticCatalog.MissingKey, mapping.Range,
                $"{Words.Capital(table.What)} {(table.IsPlural ? "need" : "needs")} the key{(missing.Count > 1 ? "s" : "")} {string.Join(" ", missing)}");
        return fields;
    }
}
