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
    public static LayerParts Bind(ValueReader reader, NamedLayer layer, LayerPlace place, Scope scope) => layer.Step.Kind switch
    {
        LayerKinds.Dense => Dense(reader, layer, place, scope),
        LayerKinds.Activation => Activation(reader, layer, place.FanOut, scope),
        LayerKinds.Residual => new LayerParts(Residual(reader, layer, place.FanOut, scope), null),
        LayerKinds.Dropout => new LayerParts(Dropout(reader, layer, place.FanOut, scope), null),
        _ => new LayerParts(Norm(reader, layer, place.FanOut, scope), null),
    };

    private static LayerParts Dense(ValueReader reader, NamedLayer layer, LayerPlace place, Scope scope)
    {
        var fields = layer.Step.Item.Fields;
        var written = ActivationBinder.Bind(reader, fields["activation"], scope);
        var activation = layer.Step.Item.IsPreActivation ? ActivationBinder.Identity : written;
        place = place with { Activation = written };
        var weights = InitialiserBinder.Bind(reader, fields["init"], new TensorPlace("init", scope, place, new(layer.Name, "init")));
        bool hasBias = BiasBinder.HasBias(reader, fields["bias"], weights);
        var biasPlace = new TensorPlace("bias", scope, place, new(layer.Name, "bias"));
        var bias = hasBias ? BiasBinder.Bind(reader, fields["bias"], weights, biasPlace) : null;
        BiasBinder.CheckCalibration(reader, fields, weights, hasBias);
        bool isWhole = weights is not null && activation is not null && (bias is not null || !hasBias);
        var dense = isWhole && place is { FanIn: { } rows, FanOut: { } columns }
            ? new DenseLayer(layer.Name, layer.Path, layer.PropertyName, rows, columns, weights!.Initialiser, bias, activation!)
            : null;
        return new LayerParts(dense, (activation is { IsBuiltIn: true } ? activation : ActivationBinder.Identity).RuntimeType);
    }

    private static LayerParts Activation(ValueReader reader, NamedLayer layer, int? width, Scope scope)
    {
        var activation = ActivationBinder.Bind(reader, layer.Step.Item.Fields["activation"], scope);
        var whole = activation is not null && width is { } units
            ? new ActivationLayer(layer.Name, layer.Path, layer.PropertyName, units, activation)
            : null;
        return new LayerParts(whole, (activation is { IsBuiltIn: true } ? activation : ActivationBinder.Identity).RuntimeType);
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
        if (Numbers(reader, layer, scope) is not var (_, numbers))
            return null;
        var keep = numbers["keep"];
        if (keep.Value is > 0 and <= 1)
            return width is { } units ? new DropoutLayer(layer.Name, layer.Path, layer.PropertyName, units, keep) : null;
        var written = layer.Step.Item.Layer.Value is YamlNode value ? (reader.Resolve(value) as YamlMapping)?.Entries[0].Value : null;
        reader.Bag.Add(
            DiagnosticCatalog.OutOfRange, (written ?? layer.Step.Item.Layer.Key).Range,
            $"keep must be above 0 and at most 1; found {Words.Number(keep.Value)}.");
        return null;
    }

    private static NormLayer? Norm(ValueReader reader, NamedLayer layer, int? width, Scope scope) =>
        Numbers(reader, layer, scope) is var (written, numbers) && width is { } units
            ? new NormLayer(layer.Name, layer.Path, layer.PropertyName, units, layer.Step.Kind, written, numbers["epsilon"])
            : null;

    /// <summary>The numbers behind the kind, which may be missing if all of them have defaults; null when one has none.</summary>
    private static (string Written, Dictionary<string, BoundFormula> Numbers)? Numbers(ValueReader reader, NamedLayer layer, Scope scope)
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
        return ChoiceValues.Read(reader, choice, kind!.Parameters, scope) is { } values ? (choice.Written(reader), values.Numbers) : null;
    }

    private static BoundFormula One { get; } = FormulaBinder.Bind(FormulaParser.Parse("1"), Scope.Constants).Bound!;
}
