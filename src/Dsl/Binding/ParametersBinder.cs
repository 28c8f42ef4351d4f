using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>A parameter, null when it could not be read, where its name stands, and its C# name.</summary>
internal sealed record NamedParameter(RuntimeParameter? Parameter, YamlScalar Key, string PropertyName);

/// <summary>Reads <c>parameters</c>, and tells the variant's formulas of them.</summary>
internal sealed class ParametersBinder(ValueReader reader)
{
    private readonly Dictionary<string, ScopeValue?> _known = new(StringComparer.Ordinal);

    /// <summary>The parameters with usable names.</summary>
    public IReadOnlyList<NamedParameter> Bind(YamlNode? node)
    {
        if (node is null || reader.Resolve(node) is not { } found)
            return [];
        if (found is not YamlMapping mapping)
        {
            reader.WrongShape(found, "parameters", "a mapping from names to numbers, as in { sigma_w: 1.0 }");
            return [];
        }

        if (mapping.Entries.Count > Limits.Parameters)
            reader.Bag.Add(
                DiagnosticCatalog.ExpansionLimit, mapping.Range,
                $"The file has {mapping.Entries.Count} parameters; at most {Limits.Parameters} are allowed.");
        var parameters = mapping.Entries.Take(Limits.Parameters).Where(entry => IsName(entry.Key)).Select(Read).ToList();
        reader.Know(_known);
        return parameters;
    }

    /// <summary>The C# names of the parameters; reports those that something else has.</summary>
    public static IReadOnlyList<string> Properties(
        ValueReader reader, IReadOnlyList<NamedParameter> parameters, IReadOnlyList<string> enclosing, IEnumerable<LayerOutline> layers)
    {
        var taken = layers
            .GroupBy(layer => layer.PropertyName)
            .ToDictionary(group => group.Key, _ => "that of a layer", StringComparer.Ordinal);
        var properties = new List<string>();
        foreach (var (_, key, property) in parameters)
        {
            string? owner = CSharpName.ReservedMembers.Contains(property) ? "a member that every experiment has"
                : enclosing.Contains(property) ? "the name of the class around it"
                : taken.TryGetValue(property, out string? other) ? other
                : null;
            if (owner is null)
            {
                taken.Add(property, $"that of the parameter '{key.Value}'");
                properties.Add(property);
                continue;
            }

            reader.Bag.Add(
                DiagnosticCatalog.CSharpClash, key.Range,
                $"The parameter {Words.Quote(key.Value)} would become the C# property {property}, which is {owner}. Give it another name.");
        }

        return properties;
    }

    private bool IsName(YamlScalar key)
    {
        string? why = NameRule.IsTaken(key.Value) ? "formulas know it as something else"
            : !NameRule.IsAxis(key.Value) ? "allowed are letters, digits and '_', the first a letter"
            : null;
        if (why is not null)
            reader.Bag.Add(DiagnosticCatalog.BadName, key.Range, $"{Words.Quote(key.Value)} can't be a parameter: {why}.");
        else if (reader.Axes.Contains(key.Value))
            reader.Bag.Add(DiagnosticCatalog.DuplicateName, key.Range, $"{Words.Quote(key.Value)} is an axis of the matrix already.");
        else
            return true;
        return false;
    }

    private NamedParameter Read(YamlEntry entry)
    {
        string name = entry.Key.Value;
        string property = CSharpName.From(name);
        var parameter = Read(name, property, entry.Value);
        _known[name] = parameter is null ? null : new ScopeValue(new ParameterNode(name, property), parameter.Default.Value);
        return new NamedParameter(parameter, entry.Key, property);
    }

    private RuntimeParameter? Read(string name, string property, YamlNode node)
    {
        var scope = reader.Scope.With(_known);
        if (reader.Resolve(node) is not YamlMapping mapping)
        {
            var number = reader.Number(node, scope, name);
            return number is null ? null : new RuntimeParameter(name, property, number, double.NegativeInfinity, double.PositiveInfinity);
        }

        var fields = KeyCheck.Check(mapping, Keys.Parameter, [], reader.Bag);
        var standard = fields["default"] is { } value ? reader.Number(value, scope, name) : null;
        double? min = fields["min"] is { } low ? reader.Number(low, reader.Scope, "min")?.Value : double.NegativeInfinity;
        double? max = fields["max"] is { } high ? reader.Number(high, reader.Scope, "max")?.Value : double.PositiveInfinity;
        if (standard is null || min is null || max is null)
            return null;
        if (min <= standard.Value && standard.Value <= max)
            return new RuntimeParameter(name, property, standard, min.Value, max.Value);
        if (min > max)
            reader.Bag.Add(
                DiagnosticCatalog.EmptyInterval, mapping.Range,
                $"min must not be above max; found min = {Words.Number(min.Value)}, max = {Words.Number(max.Value)}.");
        else
            reader.Bag.Add(
                DiagnosticCatalog.OutOfRange, reader.Resolve(fields["default"])!.Range,
                $"The default of {name} must be at {(standard.Value < min ? "least" : "most")} "
                + $"{Words.Number((standard.Value < min ? min : max).Value)}; found {Words.Number(standard.Value)}.");
        return null;
    }
}
