using System.Text.Json;
using FanIn.Theory.Networks;

namespace FanIn.Theory.Tests;

/// <summary>
/// Bands against ensembles simulated in NumPy: 200 to 300 networks for each case, so that the reference's own error is about 5 %. The bands
/// are the first order in 1/n: they are held to 15 % for the chapter's networks, and to 20 % for deeper and narrower ones.
/// </summary>
public class BandTests
{
    private static readonly JsonElement[] Cases = [.. TestData.Json("bands.json").EnumerateArray()];

    public static TheoryData<string> Names => [.. Cases.Select(row => row.GetProperty("case").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Std_and_q_vary_from_network_to_network_as_predicted(string name)
    {
        foreach (var (expected, layer) in Layers(name))
        {
            var tolerance = layer.Width == 100 && name.Contains('-') && !name.StartsWith("gelu") ? 0.15 : 0.2;
            CheckBand("q", expected, layer.Q!.Value, tolerance);
            CheckBand("std", expected, layer.Std, tolerance);
            CheckBand("rms", expected, layer.Rms, tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Means_lie_where_simulation_finds_them(string name)
    {
        foreach (var (expected, layer) in Layers(name))
        {
            CheckMean("std", expected, layer.Std);
            CheckMean("rms", expected, layer.Rms);
            CheckMean("mean", expected, layer.Mean);
            Close.Relative(Number(expected, "da", 0), layer.PreGradientRms!.Value.Value, 0.06, $"da {layer.Name}");
            if (layer.Name.CompareTo("5") <= 0)
            {
                Close.Relative(Number(expected, "participation_ratio", 0), layer.ParticipationRatio!.Value, 0.35, $"participation {layer.Name}");
            }

            Close.Within(Number(expected, "dead", 0), layer.Dead!.Value, 0.02, $"dead {layer.Name}");
            Close.Within(Number(expected, "cosine", 0), layer.Cosine, 0.03, $"cosine {layer.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Other_bands_have_the_right_size(string name)
    {
        foreach (var (expected, layer) in Layers(name))
        {
            CheckBand("mean", expected, layer.Mean, 0.3);
            if (layer.UnitShare > 0.05)
            {
                CheckBand("input_driven", expected, layer.InputDriven, 0.3);
            }

            // Forward and backward deviations are added as if independent, which they are not quite.
            Assert.InRange(Number(expected, "da", 1) / layer.PreGradientRms!.Value.Deviation, 0.6, 1.35);
        }
    }

    private static void CheckBand(string key, JsonElement expected, Estimate estimate, double tolerance) =>
        Close.Relative(Number(expected, key, 1), estimate.Deviation, tolerance, $"sd of {key}");

    /// <summary>Within a third of the band or 2 %: means of narrow networks are not quite those of wide ones.</summary>
    private static void CheckMean(string key, JsonElement expected, Estimate estimate) =>
        Close.Within(Number(expected, key, 0), estimate.Value, Math.Max(0.33 * estimate.Deviation, 0.02 * Math.Abs(estimate.Value)), key);

    private static double Number(JsonElement row, string key, int index) => row.GetProperty(key)[index].GetDouble();

    private static IEnumerable<(JsonElement Expected, LayerPrediction Layer)> Layers(string name)
    {
        var row = Cases.Single(candidate => candidate.GetProperty("case").GetString() == name);
        int[] widths = [.. row.GetProperty("widths").EnumerateArray().Select(width => width.GetInt32())];
        var network = Networks.Chain(
            row.GetProperty("activation").GetString()!,
            widths,
            row.GetProperty("batch").GetInt32(),
            row.GetProperty("sigma_w2").GetDouble(),
            row.GetProperty("sigma_b2").GetDouble());
        return row.GetProperty("layers").EnumerateArray().Zip(NetworkPredictor.Predict(network).Layers);
    }
}
