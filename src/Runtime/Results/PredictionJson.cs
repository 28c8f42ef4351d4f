using System.Globalization;
using System.Text.Json;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Results;

/// <summary>What theory says, as JSON beside what was measured: six significant digits, for theory has no more.</summary>
internal static class PredictionJson
{
    /// <summary>
    /// Of an experiment: the <c>verdict</c> and the <c>findings</c> that it follows from, with the diagnostics' ids; and where theory ends
    /// before the last layer, why.
    /// </summary>
    /// <param name="json">Where to.</param>
    /// <param name="theory">What theory says.</param>
    /// <param name="measured">What was measured of the layers; empty for an ensemble.</param>
    public static void Write(Utf8JsonWriter json, NetworkPrediction? theory, IReadOnlyList<LayerFacts> measured)
    {
        if (theory is null)
            return;
        if (theory.HasVerdict)
            json.WriteString("verdict", theory.Verdict.Word());
        if (theory.Obstacle is { } obstacle)
            json.WriteString("theory", obstacle);
        if (theory.Findings.Count == 0)
            return;
        json.WriteStartArray("findings");
        foreach (var finding in theory.Findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("layer", finding.Layer);
            WriteShort(json, "value", finding.Value);
            WriteShort(json, "threshold", finding.Threshold);
            if (FindingRules.Value(finding.Kind, finding.Layer, measured) is { } value)
                WriteShort(json, "measured", value.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>
    /// For each predicted statistic its value, where there is a band <c>…_sd</c>, and where it was measured too <c>…_distance</c>.
    /// </summary>
    public static void Write(Utf8JsonWriter json, LayerPrediction? prediction, LayerResult layer) =>
        Write(json, prediction, layer.Gradients is not null, statistic => statistic.Measured(layer));

    /// <summary>The same for an ensemble, of which the distance is that of the mean.</summary>
    public static void Write(Utf8JsonWriter json, LayerPrediction? prediction, EnsembleLayer layer) =>
        Write(json, prediction, hasGradients: false, statistic => layer.Activations?.Find(statistic.Name)?.Mean);

    private static void Write(
        Utf8JsonWriter json, LayerPrediction? prediction, bool hasGradients, Func<PredictedStatistic, double?> measured)
    {
        if (prediction is null)
            return;
        json.WriteStartObject("prediction");
        foreach (var statistic in PredictedStatistic.OfSignal)
            Write(json, statistic, prediction, measured);
        if (hasGradients && PredictedStatistic.OfGradients.Any(row => row.Statistic.Predicted(prediction) is not null))
        {
            json.WriteStartObject("grad");
            foreach (var (tensor, statistic) in PredictedStatistic.OfGradients)
            {
                if (statistic.Predicted(prediction) is null)
                    continue;
                json.WriteStartObject(tensor);
                Write(json, statistic, prediction, measured);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(
        Utf8JsonWriter json, PredictedStatistic statistic, LayerPrediction prediction, Func<PredictedStatistic, double?> measured)
    {
        if (statistic.Predicted(prediction) is not { } estimate)
            return;
        WriteShort(json, statistic.Name, estimate.Value);
        if (double.IsNaN(estimate.Deviation))
            return;
        WriteShort(json, $"{statistic.Name}_sd", estimate.Deviation);
        if (measured(statistic) is { } value && estimate.Distance(value) is var distance && !double.IsNaN(distance))
            WriteShort(json, $"{statistic.Name}_distance", distance);
    }

    private static void WriteShort(Utf8JsonWriter json, string name, double value) =>
        LayerJson.WriteNumber(json, name, double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
}
