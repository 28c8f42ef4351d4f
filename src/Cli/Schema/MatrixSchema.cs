using System.Text.Json.Nodes;
using FanIn.Dsl;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Schema;

/// <summary>The matrix. What its values mean shows where they are used, so any value may stand there.</summary>
internal static class MatrixSchema
{
    /// <summary>The axes; those that are named as what is chosen offer its names.</summary>
    public static JsonObject Matrix() => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["maxProperties"] = Limits.Axes,
        ["propertyNames"] = new JsonObject
        {
            ["pattern"] = Shapes.Whole(TextPatterns.Axis),
            ["patternErrorMessage"] =
                "An axis has letters, digits and '_', starts with a letter, and is no name that formulas know already.",
        },
        ["properties"] = new JsonObject
        {
            ["init"] = Offering(ExperimentSchema.Defined("initialiser")),
            ["activation"] = Offering(ExperimentSchema.Defined("activation")),
            ["rng"] = Offering(Choices.Of(Lexicon.Streams)),
            ["dtype"] = Offering(Choices.Of(Lexicon.Dtypes)),
        },
        ["additionalProperties"] = ExperimentSchema.Defined("axis"),
    };

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

    /// <summary>An axis that offers names; the alternative that everything matches makes them an offer.</summary>
    private static JsonObject Offering(JsonObject choice)
    {
        var offer = new JsonObject { ["items"] = choice, ["additionalProperties"] = choice.DeepClone() };
        var offered = new JsonObject { ["anyOf"] = new JsonArray(offer, new JsonObject()) };
        return new() { ["allOf"] = new JsonArray(ExperimentSchema.Defined("axis"), offered) };
    }
}
