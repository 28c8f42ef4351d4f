using System.Globalization;
using System.Text.Json;
using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Vocabulary;

/// <summary>Standard deviations and limits against those of torch.nn.init and of Keras's VarianceScaling.</summary>
public class LibraryReferenceTests
{
    private const double CutStd = 0.8796256610342398;

    private static readonly JsonElement Reference =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/Dsl.Tests/Data/initializers.json"))).RootElement;

    [Fact]
    public void Gains_and_spreads_are_torchs()
    {
        foreach (var row in Reference.GetProperty("torch").EnumerateArray())
        {
            string name = Text(row, "init").Split(' ')[0].TrimEnd('_');
            if (!row.TryGetProperty("nonlinearity", out _))
            {
                AssertOwn(row, name);
                continue;
            }

            string a = row.GetProperty("a").ValueKind == JsonValueKind.Null ? "0.01"
                : row.GetProperty("a").GetDouble().ToString("R", CultureInfo.InvariantCulture);
            string function = Text(row, "nonlinearity") switch
            {
                "linear" => "identity",
                "leaky_relu" => $"{{ leaky_relu: {{ slope: {a} }} }}",
                var other => other,
            };
            string mode = row.TryGetProperty("mode", out var fan) ? $", mode: {fan.GetString()}" : "";
            AssertSpread(row, $"{{ {name}: {{ gain: torch, nonlinearity: {function}{mode} }} }}", "bound");
        }
    }

    [Fact]
    public void Variance_scaling_is_keras()
    {
        foreach (var row in Reference.GetProperty("keras").EnumerateArray())
        {
            string distribution = Text(row, "distribution");
            string scale = row.GetProperty("scale").GetDouble().ToString("R", CultureInfo.InvariantCulture);
            AssertSpread(
                row, $"{{ variance_scaling: {{ scale: {scale}, mode: {Text(row, "mode")}, distribution: {distribution} }} }}", "limit");
        }
    }

    /// <summary>
    /// The rows without a nonlinearity: the default of Linear and LeCun's by way of Kaiming's; orthogonal is compared as a matrix
    /// elsewhere.
    /// </summary>
    private static void AssertOwn(JsonElement row, string name)
    {
        switch (name)
        {
            case "default_linear_conv":
                AssertSpread(row, "torch_default", "bound");
                break;
            case "lecun_normal":
                AssertSpread(row, "lecun_normal", "bound");
                break;
            default:
                Assert.Equal("orthogonal", name);
                break;
        }
    }

    /// <summary>The std that is asked for; of a uniform distribution the limit; of a cut one also what it is before the cut.</summary>
    private static void AssertSpread(JsonElement row, string init, string limit)
    {
        string yaml = $"input: {{ batch: 1, features: {row.GetProperty("fan_in").GetInt32()} "
            + $"}}\nlayers: [{{ dense: {row.GetProperty("fan_out").GetInt32()}, init: {init} }}]\n";
        var weights = Reads.Good(yaml).Variants[0].DenseLayers[0].Weights;
        string wanted = weights.Kind == InitialiserKind.Uniform ? limit : "std";
        double expected = row.GetProperty(wanted).GetDouble(), actual = weights.Arguments[1].Value.Value;
        Assert.True(Math.Abs(actual - expected) <= 4e-16 * expected, $"{init}: {actual:R} instead of {expected:R}");
        if (weights.Kind == InitialiserKind.TruncatedNormal)
            Assert.Equal(row.GetProperty("stddev_param").GetDouble(), actual / CutStd, 1e-15);
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
