using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>A mapping whose keys have been checked.</summary>
internal sealed class Fields(YamlMapping mapping)
{
    private readonly Dictionary<string, YamlNode> _values =
        mapping.Entries.ToDictionary(entry => entry.Key.Value, entry => entry.Value, StringComparer.Ordinal);

    public TextRange Range => mapping.Range;

    public IReadOnlyList<YamlEntry> Entries => mapping.Entries;

    /// <summary>The key's value; null when the key is not there.</summary>
    public YamlNode? this[string key] => _values.TryGetValue(key, out var value) ? value : null;
}
