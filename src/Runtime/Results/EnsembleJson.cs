using System.Text.Json;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Results;

/// <summary>One layer of an ensemble as JSON: where a single result has a number, an object with mean, sd, min and max.</summary>
internal static class EnsembleJson
{
    /// <summary>Writes a layer, and what theory says of it.</summary>
    public static void Write(Utf8JsonWriter json, EnsembleLayer layer, LayerPrediction? prediction)
    {
        json.WriteStartObject();
        LayerJson.WriteHead(json, layer.Layer, layer.Name, layer.Kind, layer.Batch, layer.Units);
        if (layer.Activations is { } activations)
            Write(json, activations);
        if (layer.SigmaW2 is { } sigmaW2)
            Write(json, StatisticNames.SigmaW2, sigmaW2);
        foreach (var (name, value) in layer.Statistics.Where(statistic => !StatisticNames.OfGradients.Contains(statistic.Name)))
            Write(json, name, value);
        Write(json, "pre", layer.PreActivations);
        Write(json, "weights", layer.Weights);
        if (layer.Gradients is not null)
        {
            json.WriteStartObject("grad");
            Write(json, "dz", layer.Gradients);
            Write(json, "da", layer.PreActivationGradients);
            Write(json, "dW", layer.WeightGradients);
            Write(json, "db", layer.BiasGradients);
            foreach (var (name, value) in layer.Statistics.Where(statistic => StatisticNames.OfGradients.Contains(statistic.Name)))
                Write(json, name, value);
            json.WriteEndObject();
        }

        PredictionJson.Write(json, prediction, layer);
        json.WriteEndObject();
    }

    /// <summary>Writes what trainings reached.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<NamedSeedStatistic> statistics)
    {
        json.WriteStartObject();
        foreach (var (name, value) in statistics)
            Write(json, name, value);
        json.WriteEndObject();
    }

    /// <summary>Writes an expectation, and how many seeds met it.</summary>
    public static void Write(Utf8JsonWriter json, EnsembleExpectation expectation)
    {
        json.WriteStartObject();
        json.WriteString("layer", expectation.Expectation.Layer);
        json.WriteString("tensor", expectation.Expectation.Tensor);
        json.WriteString("statistic", expectation.Expectation.Statistic);
        LayerJson.WriteNumber(json, "min", expectation.Expectation.Min);
        LayerJson.WriteNumber(json, "max", expectation.Expectation.Max);
        if (expectation.Expectation.Near is { } near)
            LayerJson.WriteNumber(json, "near", near);
        json.WriteNumber("met", expectation.Met);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, EnsembleTensor? tensor)
    {
        if (tensor is null)
            return;
        json.WriteStartObject(name);
        Write(json, tensor);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EnsembleTensor tensor)
    {
        var histogram = tensor.Histogram;
        LayerJson.WriteNumbers(json, "range", [histogram.Low, histogram.High]);
        json.WriteBoolean("shared_range", histogram.SharesBins);
        json.WriteStartObject("counts");
        LayerJson.WriteNumbers(json, "mean", histogram.Counts);
        LayerJson.WriteNumbers(json, "sd", histogram.CountSds);
        json.WriteEndObject();
        foreach (var (name, value) in tensor.Statistics)
            Write(json, name, value);
    }

    private static void Write(Utf8JsonWriter json, string name, SeedStatistic statistic)
    {
        json.WriteStartObject(name);
        LayerJson.WriteNumber(json, "mean", statistic.Mean);
        LayerJson.WriteNumber(json, "sd", statistic.Sd);
        LayerJson.WriteNumber(json, "min", statistic.Min);
        LayerJson.WriteNumber(json, "max", statistic.Max);
        json.WriteEndObject();
    }
}
