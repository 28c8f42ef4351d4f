using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads an activation: a name of the vocabulary with its numbers, a formula, or a type of the user's own.</summary>
internal static class ActivationBinder
{
    private const string FormulaExample = "{ formula: \"x * sigmoid(1.702 * x)\" }";

    /// <summary>No activation.</summary>
    public static Activation Identity { get; } =
        new("identity", Lexicon.Activations.Find("identity")!.RuntimeType, "identity", EquatableArray<Argument>.Empty);

    public static Activation? Bind(ValueReader reader, YamlNode? node, Scope scope)
    {
        if (node is null)
            return Identity;
        if (reader.Resolve(node) is YamlMapping { Entries: [{ Key.Value: Keys.Formula } entry] } mapping)
            return Formula(reader, mapping, entry.Value, scope);
        if (Choice.Read(reader, node, "activation") is not { } choice)
            return null;
        if (OwnType.IsName(choice.Name.Value))
            return Own(reader, choice, scope);
        if (IsFormula(choice.Name.Value))
        {
            reader.Bag.Add(
                DiagnosticCatalog.WrongShape, choice.Name.Range,
                $"activation must be a name; found {Words.Quote(choice.Name.Value)}. A formula is written {FormulaExample}.");
            return null;
        }

        return reader.Entry(choice.Name, Lexicon.Activations) is { } known ? BuiltIn(reader, choice, known, scope) : null;
    }

    private static Activation? BuiltIn(ValueReader reader, Choice choice, ActivationEntry entry, Scope scope)
    {
        if (ChoiceValues.Read(reader, choice, entry.Parameters, scope) is not { } values)
            return null;
        var arguments =
            entry.Parameters.Select(parameter => new Argument(parameter.Name, values.Numbers[parameter.Name])).ToEquatableArray();
        return !entry.ParametersAscend || Ascend(reader, choice, arguments)
            ? new Activation(entry.Name, entry.RuntimeType, choice.Written(reader), arguments)
            : null;
    }

    private static bool Ascend(ValueReader reader, Choice choice, EquatableArray<Argument> arguments)
    {
        for (int i = 1; i < arguments.Count; i++)
        {
            var (low, high) = (arguments[i - 1], arguments[i]);
            if (low.Value.Value < high.Value.Value)
                continue;
            reader.Bag.Add(
                DiagnosticCatalog.EmptyInterval, (choice.Numbers ?? (YamlNode)choice.Name).Range,
                $"{high.Name} must be above {low.Name}; found {low.Name} = {Words.Number(low.Value.Value)}, {high.Name} = "
                + $"{Words.Number(high.Value.Value)}.");
            return false;
        }

        return true;
    }

    private static Activation? Own(ValueReader reader, Choice choice, Scope scope) =>
        OwnType.Arguments(reader, choice, scope, isActivation: true) is { } arguments
            ? new Activation(choice.Name.Value, choice.Name.Value, choice.Written(reader), arguments, Own: OwnType.Place(choice))
            : null;

    private static Activation? Formula(ValueReader reader, YamlMapping mapping, YamlNode value, Scope scope)
    {
        if (reader.Text(value, Keys.Formula, $"a formula over x, as in {FormulaExample}") is not { } scalar)
            return null;
        var formula = reader.File.Parse(scalar);
        var (bound, errors, nodes) = ActivationFormulaBinder.Bind(formula, scope);
        foreach (var error in errors)
            reader.Bag.Add(error.Rule, scalar.Part(error.Offset, error.Length), error.Message);
        if (bound is null || !reader.File.Spend(nodes, scalar.Range))
            return null;
        string type = reader.File.FormulaTypes.NameOf(bound.Tree, reader.LabelOf(mapping));
        return new Activation(Keys.Formula, type, Written(formula, bound), bound.Fields.ToEquatableArray(), bound.Tree);
    }

    /// <summary>The formula, and what its names stand for: <c>x * sigmoid(beta * x), beta = 1.702</c>.</summary>
    private static string Written(Formula formula, BoundActivation bound)
    {
        var names = bound.Fields.Where(field => field.Name == field.Value.Written);
        return string.Join(", ", names.Select(field => $"{field.Name} = {Words.Number(field.Value.Value)}").Prepend(formula.Written));
    }

    private static bool IsFormula(string text) =>
        Lexicon.Activations.Find(text) is null && FormulaParser.Parse(text) is { Tree: not (null or NameNode) };
}
