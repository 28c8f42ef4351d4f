using System.Text.Json;
using FanIn.Runtime.Definitions;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Results;

/// <summary>One layer of the results as JSON.</summary>
internal static class LayerJson
{
    /// <summary>Writes a layer, and what theory says of it.</summary>
    public static void Write(Utf8JsonWriter json, LayerResult layer, LayerPrediction? prediction)
    {
        json.WriteStartObject();
        WriteHead(json, layer.Layer, layer.Name, layer.Kind, layer.Batch, layer.Units);
        if (layer.Activations is { } activations)
        {
            WriteTensor(json, activations);
            WriteNumbers(json, "first8", layer.First);
        }

        if (layer.Split is { } split)
        {
            foreach (var name in StatisticNames.OfSplit)
                WriteNumber(json, name, StatisticNames.Read(split, name)!.Value);
        }

        if (layer.SigmaW2 is { } sigmaW2)
            WriteNumber(json, StatisticNames.SigmaW2, sigmaW2);
        WriteInitialiser(json, layer.Initialiser);
        WriteOwn(json, StatisticNames.EffectiveNumbers, layer);
        foreach (var name in StatisticNames.OfDiagnostics)
            WriteOwn(json, name, layer);
        WriteTensorObject(json, "pre", layer.PreActivations);
        WriteTensorObject(json, "weights", layer.Weights);
        if (layer.Gradients is not null)
        {
            json.WriteStartObject("grad");
            WriteGradient(json, "dz", layer.Gradients);
            WriteGradient(json, "da", layer.PreActivationGradients);
            WriteGradient(json, "dW", layer.WeightGradients);
            WriteGradient(json, "db", layer.BiasGradients);
            foreach (var name in StatisticNames.OfGradients)
                WriteOwn(json, name, layer);
            json.WriteEndObject();
        }

        PredictionJson.Write(json, prediction, layer);
        json.WriteEndObject();
    }

    /// <summary>Which layer it is, and the shape of its output.</summary>
    public static void WriteHead(Utf8JsonWriter json, int number, string name, string kind, int batch, int units)
    {
        json.WriteNumber("layer", number);
        json.WriteString("name", name);
        if (kind != LayerDefinition.Dense)
            json.WriteString("kind", kind);
        json.WriteStartArray("shape");
        json.WriteNumberValue(batch);
        json.WriteNumberValue(units);
        json.WriteEndArray();
    }

    private static void WriteOwn(Utf8JsonWriter json, string name, LayerResult layer)
    {
        if (StatisticNames.Read(layer, name) is { } value)
            WriteNumber(json, name, value);
    }

    public static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
                json.WriteNumberValue(value);
            else
                json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void WriteInitialiser(Utf8JsonWriter json, InitialiserReport? report)
    {
        if (report is null)
            return;
        json.WriteStartObject("init");
        json.WriteString("name", report.Name);
        json.WriteString("formula", report.Formula);
        WriteNumber(json, "value", report.Value);
        WriteNumber(json, "asked_std", report.AskedStd);
        WriteNumber(json, "achieved_std", report.AchievedStd);
        json.WriteEndObject();
    }

    /// <summary>A gradient: its statistics, and the largest of its magnitudes.</summary>
    public static void WriteGradient(Utf8JsonWriter json, string name, TensorStatistics? tensor)
    {
        if (tensor is null)
            return;
        json.WriteStartObject(name);
        WriteTensor(json, tensor);
        WriteNumber(json, "max_abs", Math.Max(Math.Abs(tensor.Min), Math.Abs(tensor.Max)));
        json.WriteEndObject();
    }

    private static void WriteTensorObject(Utf8JsonWriter json, string name, TensorStatistics? tensor)
    {
        if (tensor is null)
            return;
        json.WriteStartObject(name);
        WriteTensor(json, tensor);
        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, TensorStatistics tensor)
    {
        WriteNumbers(json, "range", [tensor.Histogram.Low, tensor.Histogram.High]);
        json.WriteStartArray("counts");
        foreach (var count in tensor.Histogram.Counts)
            json.WriteNumberValue(count);
        json.WriteEndArray();
        foreach (var name in StatisticNames.OfTensor)
            WriteNumber(json, name, StatisticNames.Read(tensor, name)!.Value);
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
