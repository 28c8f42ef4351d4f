using System.Text.Json.Nodes;
using FanIn.Dsl;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Schema;

/// <summary>The matrix. What its values mean shows where they are used, so any value may stand there.</summary>
internal static class MatrixSchema
{
    /// <summary>The axes, and what says which of their combinations there are.</summary>
    public static JsonObject Matrix()
    {
        var matrix = Axes(Limits.Axes + Keys.Matrix.Entries.Count);
        var properties = matrix["properties"]!.AsObject();
        properties["zip"] = Axes(Limits.Axes);
        properties["exclude"] = Exclude();
        properties["include"] = Include();
        foreach (var key in Keys.Matrix.Entries)
            properties[key.Name]!["description"] = key.Documentation;
        return matrix;
    }

    /// <summary>A list of names, or a mapping from labels to values.</summary>
    public static JsonObject Axis() => new()
    {
        ["type"] = new JsonArray("array", "object"),
        ["minItems"] = 1,
        ["items"] = Shapes.Name(),
        ["minProperties"] = 1,
        ["propertyNames"] = Shapes.Label(),
        ["additionalProperties"] = Shapes.Refusing(Shapes.Typed("null"), "The label has no value.", []),
    };

    /// <summary>Axes by name; those that are named as what is chosen offer its names.</summary>
    private static JsonObject Axes(int most) => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["maxProperties"] = most,
        ["propertyNames"] = Shapes.Identifier("An axis"),
        ["properties"] = new JsonObject
        {
            ["init"] = Offering(ExperimentSchema.Defined("initialiser")),
            ["activation"] = Offering(ExperimentSchema.Defined("activation")),
            ["rng"] = Offering(Choices.Of(Lexicon.Streams)),
            ["dtype"] = Offering(Choices.Of(Lexicon.Dtypes)),
        },
        ["additionalProperties"] = ExperimentSchema.Defined("axis"),
    };

    private static JsonObject Exclude() => new()
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["maxItems"] = Limits.Entries,
        ["items"] = Combination(Shapes.Name()),
    };

    private static JsonObject Include()
    {
        var combination = Combination(Shapes.Refusing(Shapes.Typed("null"), "The axis has no value here.", []));
        return new()
        {
            ["type"] = new JsonArray("array", "object"),
            ["minItems"] = 1,
            ["maxItems"] = Limits.Entries,
            ["items"] = combination,
            ["minProperties"] = 1,
            ["maxProperties"] = Limits.Entries,
            ["propertyNames"] = Shapes.Label(),
            ["additionalProperties"] = combination.DeepClone(),
        };
    }

    private static JsonObject Combination(JsonObject value) => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["propertyNames"] = Shapes.Identifier("An axis"),
        ["additionalProperties"] = value,
    };

    /// <summary>An axis that offers names; the alternative that everything matches makes them an offer.</summary>
    private static JsonObject Offering(JsonObject choice)
    {
        var offer = new JsonObject { ["items"] = choice, ["additionalProperties"] = choice.DeepClone() };
        var offered = new JsonObject { ["anyOf"] = new JsonArray(offer, new JsonObject()) };
        return new() { ["allOf"] = new JsonArray(ExperimentSchema.Defined("axis"), offered) };
    }
}
