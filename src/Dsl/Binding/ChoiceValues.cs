using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>What a file gives an initialiser or activation, defaults included.</summary>
internal sealed class ChoiceValues
{
    /// <summary>The numbers by name.</summary>
    public Dictionary<string, BoundFormula> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>The words by parameter.</summary>
    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The activations by name.</summary>
    public Dictionary<string, Activation> Activations { get; } = new(StringComparer.Ordinal);

    /// <summary>The parameters that the file gives itself.</summary>
    public HashSet<string> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads what the choice gives for the parameters; null, and reported, when any of it could not be read.</summary>
    public static ChoiceValues? Read(ValueReader reader, Choice choice, EquatableArray<ParameterEntry> parameters, Scope scope)
    {
        var fields = Check(reader, choice, parameters);
        bool isWhole = true;
        var values = new ChoiceValues();
        foreach (var parameter in parameters)
        {
            if (fields[parameter.Name] is { } node)
                isWhole &= values.Add(reader, parameter, node, scope);
            else if (parameter.IsRequired)
                isWhole = Missing(reader, choice, parameter);
            else if (parameter.Default is { } standard)
                values.AddDefault(parameter, standard);
        }

        return isWhole ? values : null;
    }

    private static Fields Check(ValueReader reader, Choice choice, EquatableArray<ParameterEntry> parameters)
    {
        var known = parameters.Select(parameter => parameter.Name).ToList();
        string allowed = known.Count == 0 ? " It takes no numbers." : $" It takes: {Words.List(known)}.";
        return MisspeltKeys.Correct(
            choice.Numbers ?? new YamlMapping([], choice.Name.Range), known, (key, suggestion) => reader.Bag.Add(
                DiagnosticCatalog.UnknownKey, key.Range,
                $"{Words.Quote(choice.Name.Value)} has no number {Words.Quote(key.Value)}.{suggestion}{allowed}"));
    }

    private static bool Missing(ValueReader reader, Choice choice, ParameterEntry parameter)
    {
        reader.Bag.Add(
            DiagnosticCatalog.MissingKey, choice.Name.Range,
            $"{Words.Quote(choice.Name.Value)} needs the number '{parameter.Name}': {parameter.Documentation}");
        return false;
    }

    private void AddDefault(ParameterEntry parameter, string standard)
    {
        if (parameter.Kind == ParameterKind.Number)
            Numbers[parameter.Name] = FormulaBinder.Bind(FormulaParser.Parse(standard), Scope.Constants).Bound!;
        else
            Names[parameter.Name] = standard;
    }

    private bool Add(ValueReader reader, ParameterEntry parameter, YamlNode node, Scope scope)
    {
        Given.Add(parameter.Name);
        if (parameter.Kind == ParameterKind.Activation)
            return ActivationBinder.Bind(reader, node, scope) is { } activation && Keep(Activations, parameter, activation);
        if (parameter.Kind != ParameterKind.Number || IsWord(reader, parameter, node))
            return Word(reader, parameter, node) is { } word && Keep(Names, parameter, word);
        return reader.Number(node, scope, parameter) is { } number
            && Keep(Numbers, parameter, number);
    }

    private static bool Keep<T>(Dictionary<string, T> values, ParameterEntry parameter, T value)
    {
        values[parameter.Name] = value;
        return true;
    }

    /// <summary>Whether a number's value is meant to be one of its words: a single name that no formula knows.</summary>
    private static bool IsWord(ValueReader reader, ParameterEntry parameter, YamlNode node) =>
        parameter.Words.Count > 0
        && reader.Resolve(node) is YamlScalar scalar
        && FormulaParser.Parse(scalar.Value).Tree is NameNode name
        && !reader.Scope.TryGet(name.Name, out _)
        && !Scope.LayerNames.Contains(name.Name);

    private static string? Word(ValueReader reader, ParameterEntry parameter, YamlNode node)
    {
        var known = parameter.Words.Select(word => word.Name).ToList();
        string expected = (parameter.Kind == ParameterKind.Number ? "a number or " : "") + $"one of {Words.List(known)}";
        if (reader.Text(node, parameter.Name, expected) is not { } scalar)
            return null;
        if (known.Contains(scalar.Value))
            return scalar.Value;
        reader.Bag.Add(
            DiagnosticCatalog.UnknownName, scalar.Range,
            $"{parameter.Name} must be {expected}; found {Words.Quote(scalar.Value)}.{Words.Suggest(scalar.Value, known)}");
        return null;
    }
}
