using System.Text.Json.Nodes;
using FanIn.Dsl;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Schema;

/// <summary>
/// The layers. The kind of one is told by its keys, in the order in which the reader looks for them, and then refused by that kind's
/// schema alone: an alternative of all kinds would name none of them.
/// </summary>
internal static class LayerSchema
{
    private const string Dense = "dense", Residual = "residual", Activation = "activation", Block = "layers";

    private static readonly IReadOnlyList<LayerEntry> Words = [.. Lexicon.Layers.Where(kind =>
        kind.Parameters.Count > 0 && kind.Name != Residual && kind.Parameters.All(parameter => parameter.Default is not null))];

    /// <summary>A list of layers.</summary>
    public static JsonObject Layers() => Shapes.List(ExperimentSchema.Defined("layer"), least: 1);

    /// <summary>A layer.</summary>
    public static JsonObject Layer()
    {
        var schema = Unknown();
        foreach (var (test, then) in Kinds().Reverse())
            schema = new() { ["if"] = test, ["then"] = then, ["else"] = schema };
        return schema;
    }

    private static IEnumerable<(JsonObject Test, JsonObject Then)> Kinds()
    {
        yield return (Has(Dense), Shapes.Mapping(Keys.Layer, DenseKeys(MostUnits)));
        foreach (var kind in Lexicon.Layers.Where(kind => kind.Name is not (Dense or Activation)))
            yield return (Has(kind.Name), OfKind(kind));
        yield return (Has(Block), Shapes.Mapping(Keys.Block, new() { [Block] = ExperimentSchema.Defined(Block), ["repeat"] = Repeat() }));
        var noDense = new JsonArray([.. new[] { "init", "bias", "order" }.Select(key => (JsonNode)Has(key))]);
        var activation = Has(Activation);
        activation["not"] = new JsonObject { ["anyOf"] = noDense };
        yield return (activation, OfKind(Lexicon.Layers.Find(Activation)!));
    }

    private static int MostUnits => (int)Limits.TensorElements;

    private static Dictionary<string, JsonObject> DenseKeys(int most) => new()
    {
        ["dense"] = Shapes.Integer(1, most),
        ["name"] = Shapes.Name(TextPatterns.Reference),
        ["repeat"] = Repeat(),
        ["init"] = ExperimentSchema.Defined("initialiser"),
        ["bias"] = Choices.Of(ExperimentSchema.Words(Keys.Layer, "bias"), ExperimentSchema.Defined("initialiser")),
        ["activation"] = ExperimentSchema.Defined("activation"),
        ["order"] = Choices.Of(ExperimentSchema.Words(Keys.Layer, "order")),
    };

    /// <summary>A kind that has no keys but its own and those of every layer.</summary>
    private static JsonObject OfKind(LayerEntry kind) => Shapes.Mapping(
        Keys.OtherLayer,
        new() { ["name"] = Shapes.Name(TextPatterns.Reference), ["repeat"] = Repeat() },
        [KeyValuePair.Create(kind.Name, (JsonNode?)Choices.Documented(kind.Name, kind, Value(kind)))]);

    private static JsonObject Value(LayerEntry kind) => kind.Name switch
    {
        Activation => ExperimentSchema.Defined("activation"),
        Residual => Shapes.Mapping(Keys.Residual, new() { [Block] = ExperimentSchema.Defined(Block), ["scale"] = Shapes.Number() }),
        _ => Words.Contains(kind) ? Shapes.OrNothing(Choices.Numbers(kind)) : Kept(kind),
    };

    /// <summary>A probability; 0, which the reader refuses, only the reader sees in a formula as well.</summary>
    private static JsonObject Kept(LayerEntry kind)
    {
        var numbers = Choices.Numbers(kind);
        var keep = numbers["properties"]!["keep"]!.AsObject();
        keep.Remove("minimum");
        keep.Add("exclusiveMinimum", 0);
        keep["maximum"] = 1;
        return numbers;
    }

    /// <summary>What is of no kind: a bare word, or a mapping that lacks one and is offered them all.</summary>
    private static JsonObject Unknown()
    {
        var kinds = Lexicon.Layers.Where(kind => kind.Name is not (Dense or Activation))
            .Select(kind => KeyValuePair.Create(kind.Name, (JsonNode?)Choices.Documented(kind.Name, kind, [])));
        var block = KeyValuePair.Create(Block, (JsonNode?)new JsonObject { ["description"] = "The layers of a block." });
        var schema = Shapes.Mapping(Keys.Layer, DenseKeys(MostUnits), [.. kinds, block]);
        schema["pattern"] = Shapes.Whole([TextPatterns.Reference, .. Words.Select(kind => kind.Name)]);
        schema["patternErrorMessage"] = $"A mapping, {string.Join(", ", Words.Select(kind => kind.Name))}, {Shapes.ReferenceHint}";
        return schema;
    }

    private static JsonObject Repeat() => Shapes.Integer(1, Limits.Layers);

    private static JsonObject Has(string key) => new() { ["type"] = "object", ["required"] = new JsonArray(key) };
}
