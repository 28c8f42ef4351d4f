using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>A layer as far as it could be read, and the runtime type of its activation; null for a kind that has none.</summary>
internal sealed record LayerParts(Layer? Layer, string? ActivationType);

/// <summary>Reads one layer whose name, place and width are known.</summary>
internal static class LayerBinder
{
    public static LayerParts Bind(ValueReader reader, NamedLayer layer, int? fanIn, int? fanOut, Scope scope) => layer.Step.Kind switch
    {
        LayerKinds.Dense => Dense(reader, layer, fanIn, fanOut, scope),
        LayerKinds.Activation => Activation(reader, layer, fanOut, scope),
        LayerKinds.Residual => new LayerParts(Residual(reader, layer, fanOut, scope), null),
        LayerKinds.Dropout => new LayerParts(Dropout(reader, layer, fanOut, scope), null),
        _ => new LayerParts(Norm(reader, layer, fanOut, scope), null),
    };

    private static LayerParts Dense(ValueReader reader, NamedLayer layer, int? fanIn, int? fanOut, Scope scope)
    {
        var fields = layer.Step.Item.Fields;
        var weights = InitialiserBinder.Bind(reader, fields["init"], scope, "init", new(layer.Name, "init"));
        bool hasBias = fields["bias"] is { } biasNode && reader.Resolve(biasNode) is not YamlScalar { Value: "none" };
        var bias = hasBias ? InitialiserBinder.Bind(reader, fields["bias"], scope, "bias", new(layer.Name, "bias")) : null;
        var activation = layer.Step.Item.IsPreActivation
            ? ActivationBinder.Identity
            : ActivationBinder.Bind(reader, fields["activation"], scope);
        bool isWhole = weights is not null && activation is not null && (bias is not null || !hasBias);
        var dense = isWhole && fanIn is { } rows && fanOut is { } columns
            ? new DenseLayer(layer.Name, layer.Path, layer.PropertyName, rows, columns, weights!, bias, activation!)
            : null;
        return new LayerParts(dense, activation?.RuntimeType ?? "Identity");
    }

    private static LayerParts Activation(ValueReader reader, NamedLayer layer, int? width, Scope scope)
    {
        var activation = ActivationBinder.Bind(reader, layer.Step.Item.Fields["activation"], scope);
        var whole = activation is not null && width is { } units
            ? new ActivationLayer(layer.Name, layer.Path, layer.PropertyName, units, activation)
            : null;
        return new LayerParts(whole, activation?.RuntimeType ?? "Identity");
    }

    private static ResidualLayer? Residual(ValueReader reader, NamedLayer layer, int? width, Scope scope)
    {
        var scale = layer.Step.Item.Fields["scale"] is { } node ? reader.Number(node, scope, "scale") : One;
        return scale is not null && width is { } units
            ? new ResidualLayer(layer.Name, layer.Path, layer.PropertyName, units, scale, layer.Step.Skip)
            : null;
    }

    private static DropoutLayer? Dropout(ValueReader reader, NamedLayer layer, int? width, Scope scope)
    {
        if (Numbers(reader, layer, scope) is not var (_, numbers) || numbers["keep"] is not { } keep)
            return null;
        if (keep.Value is > 0 and <= 1)
            return width is { } units ? new DropoutLayer(layer.Name, layer.Path, layer.PropertyName, units, keep) : null;
        var written = layer.Step.Item.Layer.Value is YamlNode value ? (reader.Resolve(value) as YamlMapping)?.Entries[0].Value : null;
        reader.Bag.Add(
            DiagnosticCatalog.OutOfRange, (written ?? layer.Step.Item.Layer.Key).Range,
            $"keep must be above 0 and at most 1; found {Words.Number(keep.Value)}.");
        return null;
    }

    private static NormLayer? Norm(ValueReader reader, NamedLayer layer, int? width, Scope scope) =>
        Numbers(reader, layer, scope) is var (written, numbers) && numbers["epsilon"] is { } epsilon && width is { } units
            ? new NormLayer(layer.Name, layer.Path, layer.PropertyName, units, layer.Step.Kind, written, epsilon)
            : null;

    /// <summary>The numbers behind the kind, which may be missing if all of them have defaults; null when one has none.</summary>
    private static (string Written, Dictionary<string, BoundFormula?> Numbers)? Numbers(ValueReader reader, NamedLayer layer, Scope scope)
    {
        var (kind, key, value, _) = layer.Step.Item.Layer;
        var node = value is null ? null : reader.Resolve(value);
        if (value is not null && node is null)
            return null;
        if (node is not (null or YamlMapping or YamlScalar { IsEmpty: true }))
        {
            string names = Words.List(kind!.Parameters.Select(parameter => parameter.Name));
            reader.WrongShape(node, $"What {Words.Quote(key.Value)} takes", $"a mapping from its numbers' names: {names}");
            return null;
        }

        var choice = new Choice(key, node as YamlMapping);
        var numbers = choice.Read(reader, kind!.Parameters, scope);
        return numbers.Count == kind.Parameters.Count ? (choice.Written(reader), numbers) : null;
    }

    private static BoundFormula One { get; } = FormulaBinder.Bind(FormulaParser.Parse("1"), Scope.Constants).Bound!;
}
