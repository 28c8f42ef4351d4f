using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>A name, or a one-key mapping from a name to its numbers.</summary>
internal sealed record Choice(YamlScalar Name, YamlMapping? Numbers)
{
    /// <summary>Reads it; null, and reported, when it is neither.</summary>
    public static Choice? Read(ValueReader reader, YamlNode? node, string what)
    {
        switch (reader.Resolve(node))
        {
            case null:
                return null;
            case YamlScalar { IsEmpty: false } name:
                return new Choice(name, null);
            case YamlMapping { Entries.Count: 1 } mapping:
                var entry = mapping.Entries[0];
                var numbers = reader.Resolve(entry.Value);
                if (numbers is null or YamlMapping)
                    return numbers is YamlMapping given ? new Choice(entry.Key, given) : null;
                reader.WrongShape(
                    numbers, $"What {Words.Quote(entry.Key.Value)} takes",
                    "a mapping from its numbers' names, as in { normal: { std: 0.01 } }");
                return null;
            case { } found:
                string kind = found is YamlMapping several ? $"a mapping with {several.Entries.Count} keys" : found.Kind;
                reader.Bag.Add(
                    DiagnosticCatalog.WrongShape, found.Range,
                    $"{what} must be a name, or one name with its numbers as in {{ normal: {{ std: 0.01 }} }}; found {kind}.");
                return null;
        }
    }

    /// <summary>What the file says, in one line: <c>normal { std: 0.01 }</c>.</summary>
    public string Written(ValueReader reader)
    {
        if (Numbers is not { Entries.Count: > 0 })
            return Name.Value;
        var numbers = Numbers.Entries.Select(entry => $"{entry.Key.Value}: {Text(reader, entry.Value)}");
        return $"{Name.Value} {{ {string.Join(", ", numbers)} }}";
    }

    private static string Text(ValueReader reader, YamlNode? node) => reader.Resolve(node) switch
    {
        YamlScalar scalar => Words.OneLine(scalar.Value),
        YamlMapping { Entries.Count: 1 } mapping => $"{{ {mapping.Entries[0].Key.Value}: {Text(reader, mapping.Entries[0].Value)} }}",
        _ => "",
    };
}
