using System.Text.Json;
using FanIn.Theory.Activations;

namespace FanIn.Theory.Tests;

/// <summary>Maps and their ends against NumPy's quadrature and SciPy's root finder.</summary>
public class FixedPointTests
{
    private static readonly JsonElement[] Cases = [.. TestData.Json("meanfield.json").GetProperty("cases").EnumerateArray()];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Layer_by_layer_the_maps_agree_to_twelve_digits(int index)
    {
        var map = Map(Cases[index]);
        var q = Cases[index].GetProperty("q0").GetDouble();
        for (var layer = 0; layer < Cases[index].GetProperty("q").GetArrayLength(); layer++)
        {
            var moments = map.Activation.Moments(q);
            Close.Relative(At("q", layer), q, 1e-12, $"q_{layer}");
            Close.Relative(At("chi1", layer), map.Chi(q), 1e-12, $"χ_{layer}");
            Close.Within(At("mean_z", layer), moments.Mean, 1e-12, $"mean_{layer}");
            Close.Relative(At("meansq_z", layer), moments.Second, 1e-12, $"second_{layer}");
            q = map.Variance(q);
        }

        double At(string key, int layer) => Cases[index].GetProperty(key)[layer].GetDouble();
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void The_end_agrees_to_twelve_digits(int index)
    {
        var expected = Cases[index].GetProperty("fixed_point");
        var actual = Map(Cases[index]).FixedPoint(Cases[index].GetProperty("q0").GetDouble());
        var status = expected.GetProperty("status").GetString()!;
        Assert.Equal(
            status.StartsWith("zero") ? FixedPointKind.Vanishes
            : status.StartsWith("marginal") ? FixedPointKind.Marginal
            : status == "diverges" ? FixedPointKind.Diverges : FixedPointKind.Converges,
            actual.Kind);
        if (actual.Kind == FixedPointKind.Diverges)
        {
            return;
        }

        // A root is known as well as the map's distance to the diagonal lets it, a depth as well as 1 − χ.
        var steep = 1 / Math.Abs(1 - actual.Alpha);
        Check("q_star", actual.QStar, 1e-12 * Math.Max(1, steep));
        Check("chi1", actual.Chi, 1e-12);
        Check("dV", actual.Alpha, 1e-12);
        Check("c_star", actual.CStar, 1e-12 / Math.Abs(1 - actual.ChiAtCStar));
        Check("chi_c", actual.ChiAtCStar, 2e-12);
        Check("xi_q", actual.VarianceDepth, 1e-12 * Math.Max(1, actual.VarianceDepth));
        Check("xi_c", actual.CorrelationDepth, 2e-12 * Math.Max(1, actual.CorrelationDepth));
        Check("xi_grad", actual.GradientDepth, 1e-12 * Math.Max(1, Math.Abs(actual.GradientDepth)));

        void Check(string key, double value, double tolerance)
        {
            if (!expected.TryGetProperty(key, out var reference))
            {
                return;
            }

            if (reference.ValueKind == JsonValueKind.Null)
            {
                Assert.True(double.IsPositiveInfinity(value), key);
                return;
            }

            Close.Within(reference.GetDouble(), value, tolerance * Math.Max(1, Math.Abs(reference.GetDouble())), key);
        }
    }

    /// <summary>Poole et al. 2016, figure 1, and Schoenholz et al. 2017, figure 5, recomputed by quadrature.</summary>
    [Theory]
    [InlineData(1.3, 0.3, .607047, .939807, 1, 1.338, 16.11)]
    [InlineData(2.5, 0.3, 4.079124, 1.585225, .122104, .688, 5.109)]
    [InlineData(4.0, 0.3, 12.604149, 2.367261, .029696, .490, 3.639)]
    public void Published_tanh_networks(double sigmaW, double sigmaB, double q, double chi, double c, double depthQ, double depthC)
    {
        var end = new MeanFieldMap(Theory("tanh"), sigmaW, sigmaB).FixedPoint();
        Close.Within(q, end.QStar, 0.51e-6);
        Close.Within(chi, end.Chi, 0.51e-6);
        Close.Within(c, end.CStar, 0.51e-6);
        Close.Within(depthQ, end.VarianceDepth, 0.51e-3);
        Close.Within(depthC, end.CorrelationDepth, 0.51e-3 * (depthC > 10 ? 10 : 1));
    }

    [Theory]
    [InlineData(1.0, .193593, .759032, 1, 3.627)]
    [InlineData(1.4, .364884, .911033, 1, 10.73)]
    [InlineData(2.0, .721762, 1.047666, .744082, 25.2)]
    [InlineData(2.5, 1.063958, 1.133516, .446804, 11.8)]
    [InlineData(4.0, 2.195494, 1.342402, .165065, 6.98)]
    public void Published_tanh_networks_with_a_bias(double sigmaW2, double q, double chi, double c, double depth)
    {
        var end = new MeanFieldMap(Theory("tanh"), Math.Sqrt(sigmaW2), Math.Sqrt(0.05)).FixedPoint();
        Close.Within(q, end.QStar, 0.51e-6);
        Close.Within(chi, end.Chi, 0.51e-6);
        Close.Within(c, end.CStar, 0.51e-6);
        Close.Within(depth, end.CorrelationDepth, depth > 20 ? 0.05 : depth > 10 ? 0.05 : 0.005);
    }

    /// <summary>Hayou et al. 2019, lemma 3: at He's point ReLU's inputs become alike as 9π²/2 l⁻²; c from orthogonal inputs.</summary>
    [Fact]
    public void Relu_at_the_edge_forgets_algebraically()
    {
        var map = new MeanFieldMap(Theory("relu"), Math.Sqrt(2), 0);
        double[] expected = [0.318310, 0.493731, 0.604825, 0.680954, 0.735946];
        var d = 1.0;
        for (var layer = 1; layer <= 50; layer++)
        {
            d = map.Distance(2, d);
            if (layer <= 5)
            {
                Close.Within(expected[layer - 1], 1 - d, 1e-6);
            }

            if (layer is 10 or 20 or 50)
            {
                Close.Within(layer switch { 10 => 0.871536, 20 => 0.948428, _ => 0.987862 }, 1 - d, 0.51e-6);
            }
        }
    }

    private static ActivationTheory Theory(string name) => ActivationTheory.Of(StandardActivations.Find(name)!);

    private static MeanFieldMap Map(JsonElement row) => new(
        Theory(row.GetProperty("activation").GetProperty("name").GetString()!),
        row.GetProperty("sigma_w").GetDouble(),
        row.GetProperty("sigma_b").GetDouble());
}
