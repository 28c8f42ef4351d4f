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
        List<string> known = [.. table.Entries.Select(key => key.Name), .. more];
        var fields = MisspeltKeys.Correct(mapping, known, (key, suggestion) => bag.Add(
            DiagnosticCatalog.UnknownKey, key.Range,
            $"{Words.Capital(table.What)} {(table.IsPlural ? "have" : "has")} no key {Words.Quote(key.Value)}."
            + $"{suggestion} Keys: {Words.List(known)}."));
        var missing = table.Entries
            .Where(key => key.Default is null && fields[key.Name] is null && (key.Instead is null || fields[key.Instead] is null))
            .Select(key => $"'{key.Name}': {key.Documentation}")
            .ToList();
        if (missing.Count > 0)
            bag.Add(
                DiagnosticCatalog.MissingKey, mapping.Range,
                $"{Words.Capital(table.What)} {(table.IsPlural ? "need" : "needs")} "
                + $"the key{(missing.Count > 1 ? "s" : "")} {string.Join(" ", missing)}");
        return fields;
    }
}
