using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FanIn.Dsl;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Schema;

/// <summary>
/// The language as a JSON Schema (draft-07) for editors, made from the vocabulary. It accepts all that the reader accepts. What needs
/// the whole file (whether <c>$name</c> is an axis, a formula's value) it leaves to the reader.
/// </summary>
internal static class ExperimentSchema
{
    private const int MostUnits = (int)Limits.TensorElements;

    private static readonly JsonSerializerOptions Format =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole schema as text, with a final line feed.</summary>
    public static string Write() => Build().ToJsonString(Format) + "\n";

    private static JsonObject Build()
    {
        var schema = Shapes.Mapping(Keys.Experiment, new()
        {
            ["experiment"] = Shapes.Name(),
            ["description"] = Shapes.FreeText(),
            ["seed"] = SeedSchema.Seed(),
            ["rng"] = Choices.Of(Lexicon.Streams),
            ["dtype"] = Choices.Of(Lexicon.Dtypes),
            ["parameters"] = Shapes.Parameters(Keys.Parameter),
            ["input"] = Input(),
            ["layers"] = Defined("layers"),
            ["backward"] = Backward(),
            ["train"] = TrainingSchema.Training(),
            ["keep"] = Choices.Of(Words(Keys.Experiment, "keep")),
            ["matrix"] = MatrixSchema.Matrix(),
            ["histogram"] = Defined("histogram"),
            ["observe"] = Observe(),
            ["expect"] = Shapes.List(Expectation(), most: Limits.Entries),
            ["figure"] = Shapes.List(Figure(), most: Limits.Entries),
            ["allow"] = Shapes.List(Allowance(), most: Limits.Entries),
        });
        schema["type"] = "object";
        schema.Remove("pattern");
        schema.Remove("patternErrorMessage");
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema["allOf"] = new JsonArray([.. Lexicon.Streams.Select(SeedSchema.Of), TrainingSchema.InputOrData()]);
        schema["definitions"] = new JsonObject
        {
            ["initialiser"] = Choices.WithNumbers(Lexicon.Initialisers),
            ["activation"] = Choices.WithNumbers(Lexicon.Activations, (Keys.Formula, Shapes.Formula())),
            ["layers"] = LayerSchema.Layers(),
            ["layer"] = LayerSchema.Layer(),
            ["histogram"] = Histogram(),
            ["limits"] = StatisticLimits(),
            ["axis"] = MatrixSchema.Axis(),
        };
        return schema;
    }

    private static JsonObject Input() => Shapes.Mapping(Keys.Input, new()
    {
        ["batch"] = Shapes.Integer(1, MostUnits),
        ["features"] = Shapes.Integer(1, MostUnits),
        ["distribution"] = Choices.WithNumbers([.. Lexicon.Initialisers.Where(entry => !entry.NeedsFans)]),
    });

    private static JsonObject Backward() => Shapes.Mapping(Keys.Backward, new()
    {
        ["upstream"] = Choices.WithNumbers([.. Lexicon.Initialisers.Where(entry => !entry.NeedsFans)]),
    });

    private static JsonObject Histogram() => Shapes.Mapping(Keys.Histogram, new()
    {
        ["bins"] = Shapes.Integer(1, Limits.Bins),
        ["range"] = Choices.Of(Words(Keys.Histogram, "range"), Shapes.Interval()),
    });

    private static JsonObject Observe()
    {
        var withHistogram = Choices.OneOf(Lexicon.Observed, _ => Defined("histogram"));
        var tensors = Shapes.List(Choices.Of(Lexicon.ObserveNames, withHistogram), least: 1);
        tensors["uniqueItems"] = true;
        return tensors;
    }

    private static JsonObject Expectation()
    {
        var statistics = Choices.Properties(Lexicon.Statistics, _ => Defined("limits"));
        var expectation = Shapes.Mapping(
            Keys.Expectation,
            new()
            {
                ["for"] = Shapes.Text(Limits.IdLength),
                ["layer"] = Shapes.Text(Limits.IdLength),
                ["tensor"] = Choices.Of(Lexicon.Observables),
            },
            statistics.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        return Shapes.RefusingOnly(
            Keys.Expectation.Entries, "An expectation needs at least one statistic, as in std: { min: 0.1 }.", expectation);
    }

    private static JsonObject StatisticLimits()
    {
        var limits = Shapes.Mapping(Keys.Interval, new()
        {
            ["min"] = Shapes.Number(),
            ["max"] = Shapes.Number(),
            ["near"] = Shapes.Number(),
            ["within"] = Shapes.Distance(),
        });
        limits["minProperties"] = 1;
        var halfAndMixed = Shapes.Typed("object");
        halfAndMixed["anyOf"] = new JsonArray(
            new JsonObject { ["oneOf"] = new JsonArray(Having("near"), Having("within")) },
            new JsonObject { ["required"] = Shapes.Strings(["near"]), ["anyOf"] = new JsonArray(Having("min"), Having("max")) });
        return Shapes.Refusing(halfAndMixed, "Limits are min, max or both, or near with within: { near: 0.2131, within: 0.3 % }.", limits);

        static JsonObject Having(string key) => new() { ["required"] = Shapes.Strings([key]) };
    }

    private static JsonObject Figure()
    {
        var show = Shapes.List(Choices.Of(Lexicon.Figures), least: 1);
        show["uniqueItems"] = true;
        return Shapes.RefusingOnly(
            Keys.Figure.Entries.Where(key => key.Name == "for"),
            "A figure needs xlim, ylim or show.",
            Shapes.Mapping(Keys.Figure, new()
            {
                ["for"] = Shapes.Text(Limits.IdLength),
                ["xlim"] = Shapes.Interval(),
                ["ylim"] = Shapes.Interval(),
                ["show"] = show,
            }));
    }

    private static JsonObject Allowance() => Shapes.Mapping(Keys.Allowance, new()
    {
        ["id"] = Choices.Of(Lexicon.Findings),
        ["for"] = Shapes.Text(Limits.IdLength),
    });

    /// <summary>The words that belong to a key.</summary>
    internal static IReadOnlyList<WordEntry> Words(KeyTable table, string key) => table.Entries.Single(entry => entry.Name == key).Words;

    /// <summary>What is defined once. Only documentation may stand beside it: draft-07 ignores all other keywords there.</summary>
    internal static JsonObject Defined(string name) => new() { ["$ref"] = $"#/definitions/{name}" };
}
