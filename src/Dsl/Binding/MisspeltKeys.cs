using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>
/// Reads a mapping as if its misspelt keys were spelt right, so that one typo is one error: what stands behind such a key is not
/// missed elsewhere, is checked like everything else, and keeps the experiment's names.
/// </summary>
internal static class MisspeltKeys
{
    /// <summary>
    /// The fields, with a value that stands under an unknown key under the known one that is nearest and not taken. Reports each unknown
    /// key with a suggestion: <c> Did you mean 'std'?</c>, or nothing.
    /// </summary>
    public static Fields Correct(YamlMapping mapping, IReadOnlyCollection<string> known, Action<YamlScalar, string> report)
    {
        var open = known.Except(mapping.Entries.Select(entry => entry.Key.Value)).ToList();
        var entries = new List<YamlEntry>();
        foreach (var entry in mapping.Entries)
        {
            if (known.Contains(entry.Key.Value))
            {
                entries.Add(entry);
                continue;
            }

            string? meant = NearestName.Find(entry.Key.Value, open);
            report(entry.Key, Words.Suggest(entry.Key.Value, meant is null ? known : [meant]));
            if (meant is null)
                continue;
            open.Remove(meant);
            entries.Add(new YamlEntry(entry.Key.As(meant), entry.Value));
        }

        return new Fields(new YamlMapping(entries, mapping.Range));
    }

    /// <summary>The mapping with another text for one of its keys.</summary>
    public static YamlMapping Replace(YamlMapping mapping, YamlScalar key, string text) => new(
        [.. mapping.Entries.Select(entry => entry.Key == key ? new YamlEntry(key.As(text), entry.Value) : entry)], mapping.Range);
}
