using FanIn.Runtime.Experiments;

namespace FanIn.Conformance.Tests;

/// <summary>Orthonormal rows or columns, in the large and in odd shapes.</summary>
public class OrthogonalityTests
{
    [Fact]
    public void A_thousand_rows_are_orthonormal_but_for_the_gain()
    {
        using var experiment = new Million.Orthogonal();
        experiment.Draw();
        var w = new double[Claim.Inputs * Claim.Units];
        experiment.Layer.Weights.CopyTo(w);
        for (var i = 0; i < Claim.Inputs; i += 37)
        {
            for (var j = 0; j < Claim.Inputs; j += 37)
            {
                var product = 0.0;
                for (var k = 0; k < Claim.Units; k++)
                    product += w[(i * Claim.Units) + k] * w[(j * Claim.Units) + k];
                Assert.Equal(i == j ? 4 : 0, product, 4e-13);
            }
        }
    }

    [Fact]
    public void A_network_that_looks_linear_is()
    {
        using var experiment = new LooksLinear();
        experiment.Draw();
        experiment.Forward();
        var z = new double[experiment.Layer3.Activations.Rows * 5];
        experiment.Layer3.Activations.CopyTo(z);
        var x = new double[experiment.Input.Rows * 9];
        experiment.Input.CopyTo(x);

        // Twice the input gives twice the output and its negative the negative, which no network of ReLUs does otherwise.
        experiment.Input.CopyFrom([.. x.Select(value => -2 * value)]);
        experiment.Forward();
        var other = new double[z.Length];
        experiment.Layer3.Activations.CopyTo(other);
        Assert.All(z.Zip(other), pair => Assert.Equal(-2 * pair.First, pair.Second, 1e-13));
    }
}
