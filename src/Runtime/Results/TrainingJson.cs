using System.Text.Json;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>A training as JSON, besides what was observed of the layers on the way.</summary>
internal static class TrainingJson
{
    public static void Write(Utf8JsonWriter json, TrainingDefinition definition, TrainingResult training)
    {
        json.WriteStartObject();
        json.WriteString("data", definition.Data);
        json.WriteNumber("samples", training.Samples);
        json.WriteNumber("held_out", training.HeldOut);
        json.WriteString("loss_function", definition.Loss);
        json.WriteString("optimizer", definition.Optimizer);
        json.WriteString("learning_rate", definition.LearningRate);
        json.WriteNumber("steps", definition.Steps);
        LayerJson.WriteNumbers(json, "losses", training.Losses);
        json.WriteStartArray("checkpoints");
        foreach (var checkpoint in training.Checkpoints)
        {
            json.WriteStartObject();
            WriteNumbers(json, checkpoint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What a checkpoint measured of the training, within an object.</summary>
    public static void WriteNumbers(Utf8JsonWriter json, TrainingCheckpoint checkpoint)
    {
        json.WriteNumber("step", checkpoint.Step);
        LayerJson.WriteNumber(json, "loss", checkpoint.Loss);
        LayerJson.WriteNumber(json, "held_out_loss", checkpoint.HeldOutLoss);
        LayerJson.WriteNumber(json, "accuracy", checkpoint.Accuracy);
    }
}
