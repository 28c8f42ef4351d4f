using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>
/// The classes of a file with errors: the same public surface as far as the names could be read, with members that throw.
/// The file's own errors fail the build; these classes keep them from being buried under CS0103s.
/// </summary>
internal static class StubEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(ExperimentOutline outline, string projectNamespace)
    {
        var writer = GeneratedFile.Begin(outline.SourcePath, projectNamespace);
        writer.Line();
        if (outline.HasMatrix)
            WriteMatrix(writer, outline);
        else
            WriteClass(writer, outline, outline.Variants[0]);
        return writer.ToString();
    }

    private static void WriteMatrix(SourceWriter writer, ExperimentOutline outline)
    {
        WriteSummary(writer, outline);
        writer.Line(Names.GeneratedCode);
        writer.Line($"public static class {outline.ClassName}");
        using var body = writer.Braces();
        for (int i = 0; i < outline.Variants.Count; i++)
        {
            if (i > 0)
                writer.Line();
            WriteClass(writer, outline, outline.Variants[i]);
        }
    }

    private static void WriteClass(SourceWriter writer, ExperimentOutline outline, VariantOutline variant)
    {
        WriteSummary(writer, outline);
        writer.Line(Names.GeneratedCode);
        writer.Line($"public sealed class {variant.ClassName} : {Names.Runtime}::Experiments.Experiment<{Names.Number(variant.Dtype)}>");
        using var body = writer.Braces();
        writer.Line("/// <summary>Throws: the file has errors.</summary>");
        writer.Line($"public static {Names.Runtime}::Definitions.ExperimentDefinition Definition => throw broken();");
        writer.Line();
        ConstructorEmitter.WriteSignature(writer, variant.ClassName, Names.Stream("philox"));
        writer.Line("    => throw broken();");
        foreach (string parameter in variant.Parameters)
        {
            writer.Line();
            writer.Line("/// <summary>Throws: the file has errors.</summary>");
            writer.Line($"public double {parameter} {{ get => throw broken(); set => throw broken(); }}");
        }

        if (variant.OptimizerType is { } optimizer)
        {
            writer.Line();
            writer.Line("/// <summary>Throws: the file has errors.</summary>");
            writer.Line($"public {TrainingEmitter.TrainerType(variant.Dtype, optimizer)} Trainer => throw broken();");
        }

        foreach (var layer in variant.Layers)
        {
            writer.Line();
            writer.Line("/// <summary>Throws: the file has errors.</summary>");
            string? activation = layer.ActivationType is { } builtIn ? Names.BuiltIn(builtIn) : null;
            string type = Names.Layer(variant.Dtype, layer.LayerType, activation);
            writer.Line($"public {type} {layer.PropertyName} => throw broken();");
        }

        foreach (string method in new[] { "Draw", "Forward", "Observe" })
        {
            writer.Line();
            writer.Line("/// <summary>Throws: the file has errors.</summary>");
            writer.Line($"public override void {method}() => throw broken();");
        }

        string message = $"{outline.SourcePath} has errors, which the build reports; no experiment can be made from it.";
        writer.Line();
        writer.Line("// In lower case, as no layer's name is.");
        writer.Line("private static global::System.InvalidOperationException broken() =>");
        writer.Line($"    new({Escape.Literal(message)});");
    }

    private static void WriteSummary(SourceWriter writer, ExperimentOutline outline) =>
        writer.Line($"/// <summary>Stands in for what <c>{Escape.Xml(outline.SourcePath)}</c> would be without its errors.</summary>");
}
