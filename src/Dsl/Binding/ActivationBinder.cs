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
        var arguments = entry.Parameters.Select(parameter => new Argument(parameter.Name, values.Numbers[parameter.Name]));
        return new Activation(entry.Name, entry.RuntimeType, choice.Written(reader), arguments.ToEquatableArray());
    }
}
