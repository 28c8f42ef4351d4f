using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The constructor: every buffer of a run is allocated in it.</summary>
internal static class ConstructorEmitter
{
    /// <summary>Writes the constructor.</summary>
    public static void Write(SourceWriter writer, Variant variant)
    {
        WriteSignature(writer, variant.ClassName, Names.Stream(variant.Stream));
        using var body = writer.Braces();
        foreach (var layer in variant.Layers)
            writer.LineAt(layer.Activation()?.Own, $"{layer.PropertyName} = {Add(layer)};");
        TrainingEmitter.WriteAdd(writer, variant);
        WritePreparations(writer, variant);
    }

    /// <summary>What would allocate in the first Draw.</summary>
    private static void WritePreparations(SourceWriter writer, Variant variant)
    {
        foreach (var layer in variant.DenseLayers)
        {
            if (NeedsRoom(layer.Weights.Kind))
                writer.Line($"{layer.PropertyName}.Weights.Reserve{layer.Weights.Kind}();");
        }

        foreach (string expression in TheoryFields.Expressions(variant))
            writer.Line($"_ = {expression};");
    }

    private static bool NeedsRoom(InitialiserKind kind) =>
        kind is InitialiserKind.Orthogonal or InitialiserKind.Identity or InitialiserKind.Sparse or InitialiserKind.LooksLinear;

    /// <summary>Documentation and head, up to the body.</summary>
    public static void WriteSignature(SourceWriter writer, string className, string stream)
    {
        writer.Line("/// <summary>Allocates the buffers; nothing is drawn yet.</summary>");
        writer.Line("/// <param name=\"seed\">Where the stream starts; null for the file's seed.</param>");
        writer.Line("/// <param name=\"stream\">Where the numbers come from.</param>");
        writer.Line("/// <param name=\"threads\">How many threads share the work; results do not depend on it.</param>");
        const string Why = "The stream does not take this seed, or threads is below 1.";
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">{Why}</exception>");
        writer.Line($"public {className}(");
        writer.Line($"    {Names.Runtime}::Streams.Seed? seed = null,");
        writer.Line($"    {Names.Runtime}::Streams.RandomStream stream = {stream},");
        writer.Line("    int threads = 1)");
        writer.Line("    : base(Definition, seed ?? Definition.Seed, stream, threads)");
    }

    private static string Add(Layer layer) => layer switch
    {
        DenseLayer dense => $"AddDense({Activation(dense.Activation)})",
        ActivationLayer activation => $"AddActivation({Activation(activation.Activation)})",
        NormLayer norm => $"Add{Names.RuntimeType(norm)}(epsilon: {FormulaPrinter.Print(norm.Epsilon)})",
        DropoutLayer => "AddDropout()",
        ResidualLayer residual => $"AddResidual(scale: {FormulaPrinter.Print(residual.Scale)})",
        _ => throw new NotSupportedException(layer.Kind),
    };

    /// <summary>The activation with its numbers.</summary>
    public static string Activation(Activation activation)
    {
        if (activation.Own is not null)
            return OwnTypes.New(activation.Name, activation.Arguments);
        var arguments = activation.Arguments.Select(argument => FormulaPrinter.Print(argument.Value));
        return $"new {Names.Type(activation)}({string.Join(", ", arguments)})";
    }
}
