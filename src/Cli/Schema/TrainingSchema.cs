using System.Text.Json.Nodes;
using FanIn.Dsl;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Schema;

/// <summary>The training, and what it takes the place of.</summary>
internal static class TrainingSchema
{
    private const int MostElements = (int)Limits.TensorElements;

    /// <summary>The value of <c>train</c>.</summary>
    public static JsonObject Training() => Shapes.Mapping(Keys.Training, new()
    {
        ["data"] = Data(),
        ["held_out"] = Choices.Number(Learning.HeldOut),
        ["steps"] = Shapes.Integer(1, Limits.Steps),
        ["batch"] = Shapes.Integer(1, MostElements),
        ["learning_rate"] = Choices.Number(Learning.LearningRate),
        ["optimizer"] = Choices.WithNumbers(Lexicon.Optimizers),
        ["loss"] = Choices.Of(Lexicon.Losses),
        ["observe_at"] = Shapes.List(Shapes.Integer(0, Limits.Steps), most: Limits.Entries),
    });

    /// <summary>A file has an input, or else a training, which has the data for it and sends a gradient of its own back.</summary>
    public static JsonObject InputOrData() => new()
    {
        ["if"] = new JsonObject { ["required"] = new JsonArray("train") },
        ["then"] = new JsonObject { ["properties"] = new JsonObject { ["input"] = false, ["backward"] = false } },
        ["else"] = new JsonObject { ["required"] = new JsonArray("input") },
    };

    private static JsonObject Data() => Choices.Of(
        Lexicon.DataSets.Where(entry => entry.Keys is null),
        Choices.OneOf(Lexicon.DataSets, entry => ((DataSetEntry)entry).Keys is { } keys ? Described(keys) : Nothing()));

    private static JsonObject Described(KeyTable keys) =>
        Shapes.Mapping(keys, keys.Entries.ToDictionary(key => key.Name, key => Shape(keys, key.Name)));

    private static JsonObject Shape(KeyTable keys, string key) => key switch
    {
        "images" or "labels" => Shapes.Text(Limits.ScalarBytes),
        "separation" => Shapes.Number(0),
        "classes" => Shapes.Integer(2, keys == Keys.Idx ? 256 : Limits.Classes),
        "samples" => Shapes.Integer(5, MostElements),
        _ => Shapes.Integer(1, MostElements),
    };

    private static JsonObject Nothing() => Shapes.Mapping("A mapping without keys", [], []);
}
