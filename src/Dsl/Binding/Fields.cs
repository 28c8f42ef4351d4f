using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>A mapping whose keys have been checked.</summary>
internal sealed class Fields(YamlMapping mapping)
{
    public TextRange Range => mapping.Range;

    public IReadOnlyList<YamlEntry> Entries => mapping.Entries;

    /// <summary>The key's value; null when the key is not there.</summary>
    public YamlNode? this[string key] => mapping.Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;
}
