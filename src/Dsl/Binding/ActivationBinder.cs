using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads an activation.</summary>
internal static class ActivationBinder
{
    /// <summary>No activation.</summary>
    public static Activation Identity { get; } =
        new("identity", Lexicon.Activations.Find("identity")!.RuntimeType, "identity", EquatableArray<Argument>.Empty);

    public static Activation? Bind(ValueReader reader, YamlNode? node, Scope scope)
    {
        if (node is null)
            return Identity;
        if (Choice.Read(reader, node, "activation") is not { } choice || reader.Entry(choice.Name, Lexicon.Activations) is not { } entry)
            return null;
        if (ChoiceValues.Read(reader, choice, entry.Parameters, scope) is not { } values)
            return null;
        var arguments = entry.Parameters.Select(parameter => new Argument(parameter.Name, values.Numbers[parameter.Name])).ToEquatableArray();
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
}
