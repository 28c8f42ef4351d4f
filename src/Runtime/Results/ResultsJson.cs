using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Results;

/// <summary>
/// The results as JSON, format <c>fanin/results/1</c>. One line for an experiment's header and one for each layer, so that a diff of two
/// files points at layers. Numbers are shortest round-trip, a value that is not finite is null. Equal results give equal bytes.
/// </summary>
public static class ResultsJson
{
    /// <summary>The largest seed that every JSON reader takes as a number: 2⁵³.</summary>
    private const ulong LargestExactNumber = 1UL << 53;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the results as UTF-8 without byte order mark.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, IEnumerable<ExperimentResult> results)
    {
        var separator = "\n"u8;
        stream.Write("{\"format\":\"fanin/results/1\",\"experiments\":["u8);
        foreach (var result in results)
        {
            stream.Write(separator);
            WriteExperiment(stream, result);
            separator = ",\n"u8;
        }

        stream.Write("\n]}\n"u8);
    }

    /// <summary>Writes the results to a file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WriteFile(string path, IEnumerable<ExperimentResult> results) =>
        WholeFile.Write(path, stream => Write(stream, results));

    private static void WriteExperiment(Stream stream, ExperimentResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        WriteHeader(json, result);
        json.Flush();
        stream.Write(buffer.WrittenSpan[..^1]);     // the closing brace comes after the layers
        stream.Write(",\"layers\":["u8);
        var separator = "\n"u8;
        foreach (var layer in result.Layers)
        {
            buffer.ResetWrittenCount();
            json.Reset();
            LayerJson.Write(json, layer);
            json.Flush();
            stream.Write(separator);
            stream.Write(buffer.WrittenSpan);
            separator = ",\n"u8;
        }

        stream.Write("\n]}"u8);
    }

    private static void WriteHeader(Utf8JsonWriter json, ExperimentResult result)
    {
        var definition = result.Definition;
        json.WriteStartObject();
        json.WriteString("experiment", definition.Id);
        json.WriteString("stream", result.Stream.Name());
        if (result.Seed <= LargestExactNumber)
            json.WriteNumber("seed", result.Seed);
        else
            json.WriteString("seed", FormattableString.Invariant($"{result.Seed}"));
        json.WriteString("dtype", definition.Dtype);
        json.WriteNumber("batch", definition.Batch);
        json.WriteStartArray("widths");
        json.WriteNumberValue(definition.Features);
        foreach (var layer in definition.Layers)
            json.WriteNumberValue(layer.FanOut);
        json.WriteEndArray();
        if (definition.Activations is { } bins)
            WriteBins(json, bins);
        if (!result.Settings.IsEmpty)
            WriteSettings(json, result.Settings);
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
