using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The fields for what initialisers take from the theory of an activation.</summary>
internal static class TheoryFields
{
    /// <summary>Writes a field for each activation that a tensor's numbers follow from, and a blank line where there is any.</summary>
    public static void Write(SourceWriter writer, Variant variant)
    {
        var fields = Initialisers(variant)
            .Where(initialiser => initialiser.Theory is not null)
            .SelectMany(initialiser => Nodes(initialiser).Select(node => (node.Field, Activation: initialiser.Theory!)))
            .Distinct();
        bool any = false;
        foreach (var (field, activation) in fields)
        {
            any = true;
            writer.Line($"private readonly {Names.Runtime}::Initialisation.ActivationTheory {field} =");
            writer.Line($"    {Names.Runtime}::Initialisation.ActivationTheory.Of({ConstructorEmitter.Activation(activation)});");
        }

        if (any)
            writer.Line();
    }

    /// <summary>Every number of theory that Draw uses, once.</summary>
    public static IEnumerable<string> Expressions(Variant variant) =>
        Initialisers(variant).SelectMany(Nodes).Select(FormulaPrinter.Theory).Distinct();

    private static IEnumerable<Initialiser> Initialisers(Variant variant) =>
        variant.DenseLayers.SelectMany(layer => layer.Bias is null ? [layer.Weights] : new[] { layer.Weights, layer.Bias });

    private static IEnumerable<TheoryNode> Nodes(Initialiser initialiser) =>
        initialiser.Arguments.SelectMany(argument => Nodes(argument.Value.Tree));

    private static IEnumerable<TheoryNode> Nodes(FormulaNode node) => node switch
    {
        TheoryNode theory => [theory],
        NegateNode negate => Nodes(negate.Operand),
        BinaryNode binary => Nodes(binary.Left).Concat(Nodes(binary.Right)),
        CallNode call => call.Arguments.SelectMany(Nodes),
        _ => [],
    };
}
