using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The method Observe.</summary>
internal static class ObserveEmitter
{
    /// <summary>Writes the method; with <c>keep: last</c>, Forward has already observed all layers but the last.</summary>
    public static void Write(SourceWriter writer, Variant variant)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override void Observe()");
        using var body = writer.Braces();
        foreach (var layer in variant.KeepAll ? variant.Layers : variant.Layers.Skip(variant.Layers.Count - 1))
            writer.Line($"{layer.PropertyName}.Observe();");
        if (variant.HasBackward)
            writer.Line("ObserveInputGradients();");
        if (variant.Diagnostics.Contains("jacobian"))
            writer.Line("ObserveJacobian();");
    }
}
