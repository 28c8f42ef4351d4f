namespace FanIn.Conformance.Tests;

/// <summary>Layers of one unit, from one unit, and of odd numbers of both.</summary>
public class OddShapeTests
{
    public static TheoryData<string> Variants => new(Drawn.Variants("odd-shapes"));

    [Theory]
    [MemberData(nameof(Variants))]
    public void Every_shape_is_drawn_and_finite(string variant) => Assert.All(Drawn.Layers("odd-shapes", variant), layer =>
    {
        Assert.True(double.IsFinite(layer.Weights!.Std), $"{layer.Name}");
        Assert.Equal(0, layer.Weights.Histogram.NaN);
        Assert.Equal(layer.Weights.Std, layer.Initialiser!.AchievedStd, 1e-12);
    });

    /// <summary>Of 1 × n and n × 1 the one row or column is a unit vector; of 3 × 7 the squares add up to 3.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void Orthogonal_matrices_have_as_many_unit_vectors_as_the_shape_allows(int layer, int vectors)
    {
        var weights = Drawn.Layers("odd-shapes", "orthogonal")[layer].Weights!;
        Assert.Equal(vectors, weights.Count * ((weights.Std * weights.Std) + (weights.Mean * weights.Mean)), 1e-12);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("dirac")]
    public void Identities_have_as_many_ones(string variant) => Assert.All(Drawn.Layers("odd-shapes", variant), (layer, i) =>
        Assert.Equal(i is 3 or 4 ? 3 : 1, layer.Weights!.Mean * layer.Weights.Count, 1e-12));

    /// <summary>⌈0.5 · 7⌉ = 4 of 7, ⌈0.5 · 3⌉ = 2 of 3, ⌈0.5 · 1⌉ = 1 of 1.</summary>
    [Fact]
    public void Sparse_rows_round_their_zeros_up() => Assert.Equal(
        [4.0 / 7, 1, 2.0 / 3, 4.0 / 7, 2.0 / 3, 1], Drawn.Layers("odd-shapes", "sparse").Select(layer => layer.Weights!.ZeroFraction));

    /// <summary>Limits and cuts of a shape follow its own fans: √(6 / 1) from one unit, √(6 / 7) from seven.</summary>
    [Fact]
    public void Limits_follow_the_fans()
    {
        int[] fanIn = [1, 7, 1, 3, 7, 3], fanOut = [7, 1, 3, 7, 3, 1];
        for (var i = 0; i < fanIn.Length; i++)
        {
            AssertWithin("he-uniform", Math.Sqrt(6.0 / fanIn[i]));
            AssertWithin("xavier-uniform", Math.Sqrt(6.0 / (fanIn[i] + fanOut[i])));
            AssertWithin("torch-default", 1 / Math.Sqrt(fanIn[i]));
            AssertWithin("siren", i == 0 ? 1 : Math.Sqrt(6.0 / fanIn[i]) / 30);
            AssertWithin("he-normal", 2 * Math.Sqrt(2.0 / fanIn[i]) / 0.8796256610342398);

            void AssertWithin(string variant, double limit)
            {
                var weights = Drawn.Layers("odd-shapes", variant)[i].Weights!;
                Assert.InRange(weights.Max, -limit, limit);
                Assert.InRange(weights.Min, -limit, limit);
            }
        }
    }
}
