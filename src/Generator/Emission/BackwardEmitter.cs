using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The method Backward: the last layer first.</summary>
internal static class BackwardEmitter
{
    /// <summary>Writes the method. What goes there depth first may come back so.</summary>
    public static void Write(SourceWriter writer, Variant variant)
    {
        bool isDepthFirst = ForwardEmitter.IsDepthFirst(variant);
        writer.Line(isDepthFirst
            ? "// One thread goes layer by layer; several send blocks of rows back through all, then share dW, which needs the whole batch."
            : "// Layer by layer: a weight's gradient needs the whole batch.");
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override void Backward()");
        using var body = writer.Braces();
        writer.Statements([.. TrainingEmitter.Loss(variant)]);
        if (!isDepthFirst)
        {
            writer.Statements(Gradients(variant, layer => $"BackwardThrough({layer});"));
            return;
        }

        writer.Line("BackwardThrough(");
        using var layers = writer.Brackets("]);");
        writer.Statements(Gradients(variant, layer => $"{layer},"));
    }

    private static SourceWriter.Statement[] Gradients(Variant variant, Func<string, string> code) =>
    [
        .. variant.Layers
            .Select((layer, i) => new SourceWriter.Statement(code(layer.PropertyName), Notation.Gradient(layer, i + 1)))
            .Reverse(),
    ];
}
