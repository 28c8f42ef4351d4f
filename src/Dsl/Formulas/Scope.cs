using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Formulas;

/// <summary>What a name stands for: a formula without names, and its value. Null stands for a number that could not be read.</summary>
internal sealed record ScopeValue(FormulaNode Tree, double Value)
{
    public static ScopeValue Of(double value) => new(new NumberNode(value, Words.Number(value)), value);
}

/// <summary>The names that a formula may use.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, ScopeValue?> _values;

    private readonly IReadOnlyCollection<string> _parameters;

    private Scope(Dictionary<string, ScopeValue?> values, IReadOnlyCollection<string> parameters) =>
        (_values, _parameters) = (values, parameters);

    /// <summary>pi alone.</summary>
    public static Scope Constants { get; } = new(
        new Dictionary<string,
        ScopeValue?>(StringComparer.Ordinal)
        { ["pi"] = ScopeValue.Of(Math.PI) },
        []);

    /// <summary>The names that a layer's formulas see beside those of every formula.</summary>
    public static IReadOnlyList<string> LayerNames { get; } = ["fan_in", "fan_out", "fan_avg", "layer", "depth"];

    public IEnumerable<string> Names => _values.Keys;

    public bool TryGet(string name, out ScopeValue? value) => _values.TryGetValue(name, out value);

    /// <summary>Whether the name is a parameter, of which a number that is known at build time can't be made.</summary>
    public bool IsParameter(string name) => _parameters.Contains(name);

    /// <summary>This scope, which knows the parameters, but not their values.</summary>
    public Scope BesideParameters(IReadOnlyCollection<string> names) => new(_values, names);

    /// <summary>This scope and further names, which win.</summary>
    public Scope With(IEnumerable<KeyValuePair<string, ScopeValue?>> more)
    {
        var values = new Dictionary<string, ScopeValue?>(_values, StringComparer.Ordinal);
        foreach (var pair in more)
            values[pair.Key] = pair.Value;
        return new Scope(values, _parameters);
    }
}
