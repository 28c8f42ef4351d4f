using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The method Backward: the last layer first.</summary>
internal static class BackwardEmitter
{
    /// <summary>Writes the method.</summary>
    public static void Write(SourceWriter writer, Variant variant)
    {
        writer.Line("// Layer by layer: a weight's gradient needs the whole batch.");
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override void Backward()");
        using var body = writer.Braces();
        var statements = variant.Layers.Select((layer, i) =>
            new SourceWriter.Statement($"BackwardThrough({layer.PropertyName});", Notation.Gradient(layer, i + 1)));
        writer.Statements([.. TrainingEmitter.Loss(variant), .. statements.Reverse()]);
    }
}
