using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The class of one variant.</summary>
internal static class ClassEmitter
{
    /// <summary>Writes the class with all of its members.</summary>
    public static void Write(SourceWriter writer, Experiment experiment, Variant variant)
    {
        DocumentationEmitter.WriteVariant(writer, experiment, variant);
        writer.Line(Names.GeneratedCode);
        writer.Line($"public sealed class {variant.ClassName} : {Names.Runtime}::Experiments.Experiment<{Names.Number(variant.Dtype)}>");
        using var body = writer.Braces();
        if (!experiment.HasMatrix)
            ActivationEmitter.Write(writer, ActivationEmitter.Formulas(experiment));
        DefinitionEmitter.Write(writer, experiment, variant);
        writer.Line();
        TheoryFields.Write(writer, variant);
        ConstructorEmitter.Write(writer, variant);
        ParametersEmitter.Write(writer, variant);
        TrainingEmitter.WriteProperty(writer, variant);
        WriteLayers(writer, variant);
        writer.Line();
        DrawEmitter.Write(writer, variant);
        writer.Line();
        ForwardEmitter.Write(writer, variant);
        writer.Line();
        if (variant.HasBackward)
        {
            BackwardEmitter.Write(writer, variant);
            writer.Line();
        }

        ObserveEmitter.Write(writer, variant);
    }

    private static void WriteLayers(SourceWriter writer, Variant variant)
    {
        for (int i = 0; i < variant.Layers.Count; i++)
        {
            var layer = variant.Layers[i];
            writer.Line();
            writer.Line($"/// <summary>Layer {i + 1}: {Escape.Xml(Notation.Summary(layer))}.</summary>");
            writer.LineAt(layer.Activation()?.Own, $"public {Names.Layer(variant.Dtype, layer)} {layer.PropertyName} {{ get; }}");
        }
    }
}
