using System.Globalization;
using System.Text.Json;
using FanIn.Theory.Networks;

namespace FanIn.Theory.Tests;

/// <summary>The chapter's twelve networks: 1000 inputs, five layers of 100.</summary>
public class ChapterPredictionTests
{
    private static readonly JsonElement[] Reference = [.. TestData.Json("meanfield.json").GetProperty("seed_experiments").EnumerateArray()];

    public static TheoryData<string> Experiments => [.. Reference.Select(row => row.GetProperty("experiment").GetString()!)];

    [Theory]
    [MemberData(nameof(Experiments))]
    public void Every_number_of_the_oracle_agrees_to_twelve_digits(string experiment)
    {
        var expected = Reference.Single(row => row.GetProperty("experiment").GetString() == experiment).GetProperty("layers");
        var prediction = NetworkPredictor.Predict(Networks.Chapter(experiment));
        Assert.Equal(5, prediction.Layers.Count);
        for (var i = 0; i < 5; i++)
        {
            var layer = prediction.Layers[i];
            Check("q", layer.Q!.Value.Value);
            // The reference takes Var z = E z² − (E z)², which costs it digits where that is small.
            Close.Within(expected[i].GetProperty("mean").GetDouble(), layer.Mean.Value, 1e-12 * layer.Rms.Value);
            Close.Within(expected[i].GetProperty("std").GetDouble(), layer.Std.Value, 1e-12 * layer.Rms.Value);
            Check("rms", layer.Rms.Value);
            Check("dz_rms", layer.GradientRms!.Value.Value);
            Check("da_rms", layer.PreGradientRms!.Value.Value);
            Check("dW_rms", layer.WeightGradientRms!.Value);
            void Check(string key, double value) =>
                Close.Relative(expected[i].GetProperty(key).GetDouble(), value, 1e-12, $"{key} {i + 1}");
        }
    }

    /// <summary>q₅; std of layers 1 and 5 and the band of the latter; √χ₁ and √χ₄; da₁/da₅.</summary>
    [Theory]
    [InlineData("sigmoid-std1", "44.208", ".45906", ".43826", ".0066", ".813", ".993", ".7871")]
    [InlineData("sigmoid-std0.01", ".0025016", ".024938", ".012496", ".00088", ".0249", ".0250", "3.889e-7")]
    [InlineData("sigmoid-xavier", ".26469", ".20828", ".12119", ".0081", ".212", ".236", "2.769e-3")]
    [InlineData("sigmoid-he", ".55533", ".26157", ".16627", ".0106", ".272", ".318", "8.618e-3")]
    [InlineData("relu-std1", "6.25e8", "5.8382", "14595", "1993", "7.071", "7.071", "2500")]
    [InlineData("relu-std0.01", "6.25e-12", ".058382", "1.4595e-6", "2.0e-7", ".0707", ".0707", "2.5e-5")]
    [InlineData("relu-xavier", ".0625", ".58382", ".14595", ".020", ".7071", ".7071", ".25")]
    [InlineData("relu-he", "2", ".82565", ".82565", ".113", "1", "1", "1")]
    [InlineData("tanh-std1", "91.705", ".95945", ".95763", ".00055", "2.304", "2.355", "30.06")]
    [InlineData("tanh-std0.01", "9.80e-11", ".099023", "9.9013e-6", "2.8e-7", ".0990", ".1", "9.902e-5")]
    [InlineData("tanh-xavier", ".12790", ".62793", ".32162", ".0054", ".681", ".884", ".4098")]
    [InlineData("tanh-he", ".66572", ".72109", ".56726", ".0049", ".836", "1.027", ".8245")]
    public void The_table_holds_to_its_digits(
        string experiment, string q5, string std1, string std5, string band5, string chi1, string chi4, string gradient)
    {
        var layers = NetworkPredictor.Predict(Networks.Chapter(experiment)).Layers;
        Digits(q5, layers[4].Q!.Value.Value);
        Digits(std1, layers[0].Std.Value);
        Digits(std5, layers[4].Std.Value);
        Close.Relative(double.Parse(band5, CultureInfo.InvariantCulture), layers[4].Std.Deviation, 0.03, "band");
        Digits(chi1, Math.Sqrt(layers[0].Chi!.Value));
        Digits(chi4, Math.Sqrt(layers[3].Chi!.Value));
        Assert.Null(layers[4].Chi);
        Digits(gradient, layers[0].PreGradientRms!.Value.Value / layers[4].PreGradientRms!.Value.Value);
    }

    [Theory]
    [InlineData("sigmoid-std1", ".4388", ".6475", ".7544", ".8163", .035)]
    [InlineData("sigmoid-xavier", ".8517", ".99099", ".99950", ".999972", 5e-6)]
    [InlineData("sigmoid-he", ".7828", ".97581", ".99754", ".99975", 5e-5)]
    [InlineData("relu-he", ".2581", ".4209", ".5324", ".6130", .061)]
    [InlineData("relu-std1", ".2581", ".4209", ".5324", ".6130", .061)]
    [InlineData("tanh-he", ".001", ".001", ".001", ".001", double.NaN)]
    public void Unit_shares_hold_to_the_digits_of_the_table(
        string experiment, string second, string third, string fourth, string fifth, double band)
    {
        var layers = NetworkPredictor.Predict(Networks.Chapter(experiment)).Layers;
        Digits(second, layers[1].UnitShare);
        Digits(third, layers[2].UnitShare);
        Digits(fourth, layers[3].UnitShare);
        Digits(fifth, layers[4].UnitShare);
        if (band > 0)
        {
            Close.Relative(band, layers[4].InputDriven.Deviation, 0.2, "band");
        }
    }

    /// <summary>Where U rounds to 1 its complement keeps its digits: 1.55e-6, 9.7e-10, 6.0e-13.</summary>
    [Fact]
    public void The_input_driven_share_keeps_its_digits_next_to_zero()
    {
        var layers = NetworkPredictor.Predict(Networks.Chapter("sigmoid-std0.01")).Layers;
        Digits(".99752", layers[1].UnitShare);
        Close.Relative(1.55e-6, layers[2].InputDriven.Value, 0.005);
        Close.Relative(9.7e-10, layers[3].InputDriven.Value, 0.01);
        Close.Relative(6.0e-13, layers[4].InputDriven.Value, 0.02);
    }

    [Theory]
    [InlineData("tanh-std0.01", ".9999")]
    [InlineData("tanh-xavier", ".878")]
    [InlineData("tanh-he", ".700")]
    [InlineData("tanh-std1", ".154")]
    [InlineData("relu-he", ".396")]
    [InlineData("sigmoid-xavier", ".983")]
    [InlineData("sigmoid-std1", ".259")]
    public void Linear_shares_of_the_fifth_layer(string experiment, string expected) =>
        Digits(expected, NetworkPredictor.Predict(Networks.Chapter(experiment)).Layers[4].LinearShare!.Value);

    [Fact]
    public void Dead_units_and_participation_ratios()
    {
        // SciPy's quad.
        Close.Within(0.0152744, NetworkPredictor.Predict(Networks.Chapter("relu-he")).Layers[4].Dead!.Value, 1e-6);
        Close.Within(0.286315, NetworkPredictor.Predict(Networks.Square("relu", 2, depth: 30)).Layers[29].Dead!.Value, 1e-5);
        Close.Within(16.3, NetworkPredictor.Predict(Networks.Chapter("sigmoid-xavier")).Layers[4].ParticipationRatio!.Value, 0.06);

        // Linear layers: 1/((l + 1)/n + 1/N), and for uneven widths 1/(Σ 1/n_k + 1/N).
        double[] linear = [47.6, 32.3, 24.4, 19.6, 16.4];
        var layers = NetworkPredictor.Predict(Networks.Square("identity", 1)).Layers;
        Assert.All(layers.Zip(linear), pair => Close.Within(pair.Second, pair.First.ParticipationRatio!.Value, 0.051));
        var uneven = NetworkPredictor.Predict(Networks.Chain("identity", [50, 200, 25], 1000, 1)).Layers[1];
        Close.Relative(1 / (1.0 / 50 + 1.0 / 200 + 1.0 / 25 + 0.001), uneven.ParticipationRatio!.Value, 1e-4);
    }

    /// <summary>Half a unit of the last digit that is printed.</summary>
    private static void Digits(string printed, double actual)
    {
        var mantissa = printed.Split('e')[0];
        var places = mantissa.Contains('.') ? mantissa.Length - mantissa.IndexOf('.') - 1 : 0;
        var exponent = printed.Contains('e') ? int.Parse(printed.Split('e')[1], CultureInfo.InvariantCulture) : 0;
        Close.Within(double.Parse(printed, CultureInfo.InvariantCulture), actual, 0.51 * Math.Pow(10, exponent - places), printed);
    }
}
