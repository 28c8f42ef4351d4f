using System.Globalization;
using System.Text.Json;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>One experiment of the reference data (computed with NumPy): how it was set up and what came out.</summary>
public sealed record OracleExperiment(JsonElement Json)
{
    public string Name => Json.GetProperty("experiment").GetString()!;

    public string Stream => Json.GetProperty("stream").GetString()!;

    public ulong Seed => Json.GetProperty("seed").GetUInt64();

    public int Batch => Json.GetProperty("batch").GetInt32();

    public int[] Widths => [.. Json.GetProperty("widths").EnumerateArray().Select(w => w.GetInt32())];

    public string Activation => Json.GetProperty("activation").GetProperty("name").GetString()!;

    public string Initialiser => Json.GetProperty("init").GetProperty("name").GetString()!;

    public double? BiasStd =>
        Json.GetProperty("bias") is { ValueKind: JsonValueKind.Object } bias ? bias.GetProperty("std").GetDouble() : null;

    public int Bins => Json.GetProperty("histogram").GetProperty("bins").GetInt32();

    public (double Low, double High) Range => Json.GetProperty("histogram").GetProperty("range") is var range
        ? (range[0].GetDouble(), range[1].GetDouble())
        : default;

    public string InputHash => Json.GetProperty("input").GetProperty("sha256").GetString()!;

    public IReadOnlyList<JsonElement> Weights => [.. Json.GetProperty("weights").EnumerateArray()];

    public IReadOnlyList<JsonElement> Layers => [.. Json.GetProperty("layers").EnumerateArray()];

    /// <summary>Standard deviation of normal initialisers, limit of uniform ones.</summary>
    public double Scale(int layer) => Weights[layer].GetProperty("scale").GetDouble();

    /// <summary>All experiments of an embedded file.</summary>
    public static IReadOnlyList<OracleExperiment> All(string file) =>
        [.. TestData.Json(file).GetProperty("experiments").EnumerateArray().Select(json => new OracleExperiment(json))];

    /// <summary>The experiment of that name in an embedded file.</summary>
    public static OracleExperiment Of(string file, string name) => All(file).Single(experiment => experiment.Name == name);

    /// <summary>A number; null means not finite.</summary>
    public static double Number(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => BitConverter.UInt64BitsToDouble(
            ulong.Parse(json.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        _ => json.GetDouble(),
    };
}
