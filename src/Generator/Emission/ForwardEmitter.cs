using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The forward pass, in the order that the caches like best.</summary>
internal static class ForwardEmitter
{
    /// <summary>
    /// Bytes that the weights may take for blocks of rows to stream past them: half of the second-level cache that a core of
    /// today's machines has.
    /// </summary>
    private const long SecondLevelCache = 512 * 1024;

    /// <summary>Writes Forward and, depth first, ForwardBlock.</summary>
    public static void Write(SourceWriter writer, Variant variant)
    {
        if (IsDepthFirst(variant))
            WriteDepthFirst(writer, variant);
        else
            WriteLayerByLayer(writer, variant);
    }

    /// <summary>Whether blocks of rows go through the whole network one after the other.</summary>
    public static bool IsDepthFirst(Variant variant)
    {
        long bytes = variant.DenseLayers.Sum(Notation.Parameters) * (variant.Dtype == "float32" ? sizeof(float) : sizeof(double));
        return variant.KeepAll && bytes <= SecondLevelCache && !NeedsWholeBatch(variant);
    }

    private static bool NeedsWholeBatch(Variant variant) => variant.Layers.Any(layer => layer is NormLayer { Norm: "batch_norm" });

    private static void WriteDepthFirst(SourceWriter writer, Variant variant)
    {
        writer.Line("// Depth first: all weights stay in the second-level cache while blocks of rows pass through the whole network.");
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override void Forward() => ForEachBlock();");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("protected override void ForwardBlock(int block)");
        using var body = writer.Braces();
        writer.Statements([.. variant.Layers.Select((layer, i) =>
            new SourceWriter.Statement($"{layer.PropertyName}.Forward(block);", Notation.Layer(layer, i + 1)))]);
    }

    private static void WriteLayerByLayer(SourceWriter writer, Variant variant)
    {
        writer.Line(variant.KeepAll
            ? NeedsWholeBatch(variant)
                ? "// Layer by layer: batch_norm needs the whole batch of what it normalises."
                : "// Layer by layer: the weights of all layers together are more than the second-level cache holds."
            : "// Layer by layer, in "
                + (variant.Layers.Any(layer => layer is ResidualLayer)
                    ? "as little memory as holds what is still to be read: a layer is observed before another takes its place."
                    : "two layers' worth of memory: a layer is observed before the one after the next takes its place."));
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override void Forward()");
        using var body = writer.Braces();
        var statements = new List<SourceWriter.Statement>();
        for (int i = 0; i < variant.Layers.Count; i++)
        {
            var layer = variant.Layers[i];
            statements.Add(new($"ForEachBlock({layer.PropertyName});", Notation.Layer(layer, i + 1)));
            if (!variant.KeepAll && i < variant.Layers.Count - 1)
                statements.Add(new($"{layer.PropertyName}.Observe();", ""));
        }

        writer.Statements(statements);
    }
}
