using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Streams;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Results;

/// <summary>
/// The results as JSON, format <c>fanin/results/1</c>. One line for an experiment's header and one for each layer, so that a diff of two
/// files points at layers. Numbers are shortest round-trip, a value that is not finite is null. Equal results give equal bytes.
/// </summary>
public static class ResultsJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the results as UTF-8 without byte order mark.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, IEnumerable<ExperimentResult> results) => WriteAll(stream, results, WriteExperiment);

    /// <summary>Writes ensembles: an experiment has <c>seeds</c> and <c>ensemble</c> in place of <c>seed</c> and <c>layers</c>.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, IEnumerable<EnsembleResult> results) => WriteAll(stream, results, WriteEnsemble);

    /// <summary>Writes the results to a file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WriteFile(string path, IEnumerable<ExperimentResult> results) =>
        WholeFile.Write(path, stream => Write(stream, results));

    /// <summary>Writes ensembles to a file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WriteFile(string path, IEnumerable<EnsembleResult> results) =>
        WholeFile.Write(path, stream => Write(stream, results));

    private static void WriteAll<T>(Stream stream, IEnumerable<T> results, Action<Stream, T> write)
    {
        stream.Write("{\"format\":\"fanin/results/1\",\"experiments\":["u8);
        WriteLines(stream, results, write);
        stream.Write("]}\n"u8);
    }

    private static void WriteExperiment(Stream stream, ExperimentResult result)
    {
        var theory = result.Prediction;
        WriteOpen(stream, json => WriteHeader(
            json, result.Definition, result.Stream, result.Settings, theory, MeasuredFacts.Of(result), result.InputGradients,
            () => SeedJson.Write(json, "seed", result.Seed)));
        if (result.Training is { } training)
        {
            stream.Write(",\n\"training\":"u8);
            WriteValue(stream, json => TrainingJson.Write(json, result.Definition.Training!, training));
        }

        WriteLayers(stream, result.Layers, theory);
        if (result.Training is { Checkpoints: { Length: > 1 } checkpoints })
        {
            stream.Write(",\"earlier\":["u8);
            WriteLines(stream, checkpoints[..^1], (_, checkpoint) =>
                WriteCheckpoint(stream, checkpoint, checkpoint.Step == 0 ? result.Untrained : null));
            stream.Write("]"u8);
        }

        stream.Write("}"u8);
    }

    private static void WriteCheckpoint(Stream stream, TrainingCheckpoint checkpoint, ExperimentResult? untrained)
    {
        var theory = untrained?.Prediction;
        WriteOpen(stream, json =>
        {
            json.WriteStartObject();
            TrainingJson.WriteNumbers(json, checkpoint);
            if (untrained is not null)
                PredictionJson.Write(json, theory, MeasuredFacts.Of(untrained));
            json.WriteEndObject();
        });
        WriteLayers(stream, checkpoint.Layers, theory);
        stream.Write("}"u8);
    }

    private static void WriteLayers(Stream stream, IEnumerable<LayerResult> layers, NetworkPrediction? theory)
    {
        stream.Write(",\"layers\":["u8);
        WriteLines(stream, layers, (_, layer) => WriteValue(stream, json => LayerJson.Write(json, layer, theory?.Find(layer.Name))));
        stream.Write("]"u8);
    }

    private static void WriteEnsemble(Stream stream, EnsembleResult result)
    {
        var theory = result.Prediction;
        WriteOpen(stream, json => WriteHeader(
            json, result.Definition, result.Stream, result.Settings, theory, [], inputGradients: null,
            () => SeedJson.Write(json, "seeds", result.Seeds)));
        stream.Write(",\"ensemble\":{\"ddof\":1,\"expectations\":["u8);
        WriteLines(stream, result.Expectations, (_, expectation) => WriteValue(stream, json => EnsembleJson.Write(json, expectation)));
        stream.Write("]"u8);
        if (!result.Training.IsEmpty)
        {
            stream.Write(",\"training\":"u8);
            WriteValue(stream, json => EnsembleJson.Write(json, result.Training));
        }

        stream.Write(",\"layers\":["u8);
        WriteLines(
            stream, result.Layers, (_, layer) => WriteValue(stream, json => EnsembleJson.Write(json, layer, theory?.Find(layer.Name))));
        stream.Write("]}}"u8);
    }

    /// <summary>A line for each item.</summary>
    private static void WriteLines<T>(Stream stream, IEnumerable<T> items, Action<Stream, T> write)
    {
        var separator = "\n"u8;
        foreach (var item in items)
        {
            stream.Write(separator);
            write(stream, item);
            separator = ",\n"u8;
        }

        stream.Write("\n"u8);
    }

    private static void WriteValue(Stream stream, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        write(json);
    }

    /// <summary>An object without its closing brace: what is written line by line follows.</summary>
    private static void WriteOpen(Stream stream, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        stream.Write(buffer.WrittenSpan[..^1]);
    }

    private static void WriteHeader(
        Utf8JsonWriter json, ExperimentDefinition definition, RandomStream stream, ImmutableArray<Setting> settings,
        NetworkPrediction? theory, IReadOnlyList<LayerFacts> measured, TensorStatistics? inputGradients, Action writeSeed)
    {
        json.WriteStartObject();
        json.WriteString("experiment", definition.Id);
        json.WriteString("stream", stream.Name());
        writeSeed();
        json.WriteString("dtype", definition.Dtype);
        json.WriteNumber("batch", definition.Batch);
        json.WriteStartArray("widths");
        json.WriteNumberValue(definition.Features);
        foreach (var layer in definition.Layers)
            json.WriteNumberValue(layer.FanOut);
        json.WriteEndArray();
        if (definition.Activations is { } bins)
            WriteBins(json, bins);
        if (!settings.IsEmpty)
            WriteSettings(json, settings);
        if (definition.Upstream is { } upstream)
            json.WriteString("upstream", upstream);
        PredictionJson.Write(json, theory, measured);
        LayerJson.WriteGradient(json, "input_grad", inputGradients);
        json.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter json, IEnumerable<Setting> settings)
    {
        json.WriteStartObject("settings");
        foreach (var (name, value) in settings)
            json.WriteNumber(name, value);
        json.WriteEndObject();
    }

    private static void WriteBins(Utf8JsonWriter json, HistogramDefinition histogram)
    {
        json.WriteStartObject("histogram");
        json.WriteNumber("bins", histogram.Bins);
        if (histogram.Range is { } range)
            LayerJson.WriteNumbers(json, "range", [range.Low, range.High]);
        else
            json.WriteString("range", "auto");
        json.WriteEndObject();
    }
}
