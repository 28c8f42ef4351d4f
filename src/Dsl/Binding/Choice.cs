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
        var numbers = Numbers.Entries.Select(entry => $"{entry.Key.Value}: {Text(reader.Resolve(entry.Value))}");
        return $"{Name.Value} {{ {string.Join(", ", numbers)} }}";
    }

    /// <summary>The numbers by name, defaults included; one that could not be read is null.</summary>
    public Dictionary<string, BoundFormula?> Read(ValueReader reader, EquatableArray<ParameterEntry> parameters, Scope scope)
    {
        var fields = new Fields(Numbers ?? new YamlMapping([], Name.Range));
        var known = parameters.Select(parameter => parameter.Name).ToList();
        foreach (var entry in fields.Entries.Where(entry => !known.Contains(entry.Key.Value)))
        {
            string allowed = known.Count == 0 ? " It takes no numbers." : $" It takes: {Words.List(known)}.";
            reader.Bag.Add(
                DiagnosticCatalog.UnknownKey, entry.Key.Range,
                $"{Words.Quote(Name.Value)} has no number {Words.Quote(entry.Key.Value)}.{Words.Suggest(entry.Key.Value, known)}{allowed}");
        }

        var values = new Dictionary<string, BoundFormula?>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            if (fields[parameter.Name] is { } node)
                values[parameter.Name] = reader.Number(node, scope, parameter.Name, parameter.Minimum, parameter.ExcludesMinimum);
            else if (parameter.Default is { } fallback)
                values[parameter.Name] = FormulaBinder.Bind(FormulaParser.Parse(fallback), Scope.Constants).Bound;
            else
                reader.Bag.Add(
                    DiagnosticCatalog.MissingKey, Name.Range,
                    $"{Words.Quote(Name.Value)} needs the number '{parameter.Name}': {parameter.Documentation}");
        }

        return values;
    }

    private static string Text(YamlNode? node) => node is YamlScalar scalar ? Words.OneLine(scalar.Value) : "";
}
