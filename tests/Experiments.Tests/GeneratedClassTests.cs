using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Experiments.Tests;

/// <summary>What a user writes against the generated classes.</summary>
public class GeneratedClassTests
{
    [Fact]
    public void Layers_and_their_statistics_are_typed()
    {
        using var experiment = new ActivationHistograms.TanhXavier(seed: 42);
        var result = experiment.Run();

        Assert.Equal((1000, 100), (experiment.Hidden5.Activations.Rows, experiment.Hidden5.Activations.Units));
        Assert.Equal(result["hidden5"].Activations!.Std, experiment.Hidden5.Activation.Std);
        Assert.InRange(experiment.Hidden5.Activations[999, 99], -1, 1);
        Assert.Equal(42UL, result.Seed);
    }

    [Fact]
    public void A_forward_pass_is_the_matrix_product_that_it_says()
    {
        using var experiment = new UnevenWidths.HeNormal();
        experiment.Draw();
        experiment.Forward();
        for (int unit = 0; unit < 300; unit += 37)
        {
            double a = 0;
            for (int k = 0; k < 784; k++)
                a = Math.FusedMultiplyAdd(experiment.Input[499, k], experiment.First.Weights[k, unit], a);
            a += experiment.First.Bias[0, unit];
            Assert.Equal(a, experiment.First.PreActivations[499, unit]);
            Assert.Equal(Math.Tanh(a), experiment.First.Activations[499, unit], 1e-15);
        }
    }

    [Fact]
    public void Own_data_and_weights_take_the_place_of_drawn_ones()
    {
        using var experiment = new SymmetricWeights.Random();
        experiment.Draw();
        experiment.Input.CopyFrom(new double[1000 * 100]);
        experiment.Forward();
        experiment.Observe();

        Assert.Equal(1, experiment.Hidden1.Activation.ZeroFraction);
        Assert.Equal(0, experiment.Hidden3.Activation.Std);
    }

    [Fact]
    public void Numpys_input_and_weights_are_drawn_to_the_bit()
    {
        var expected = OracleExperiment.Of("seed_numpy-pcg64_42.json", "tanh-xavier");
        using var experiment = new ActivationHistograms.TanhXavier(42, RandomStream.NumpyPcg64);
        experiment.Draw();

        var x = new double[1000 * 100];
        experiment.Input.CopyTo(x);
        Assert.Equal(expected.InputHash, OracleComparison.Hash(x));
        var w = new double[100 * 100];
        experiment.Hidden5.Weights.CopyTo(w);
        Assert.Equal(expected.Weights[4].GetProperty("sha256").GetString(), OracleComparison.Hash(w));
    }

    [Fact]
    public void Draw_forward_and_observe_allocate_nothing()
    {
        using var experiment = new UnevenWidths.XavierUniform();
        Assert.Equal(0, Allocations.OfThread(() =>
        {
            experiment.Draw();
            experiment.Forward();
            experiment.Observe();
        }));
    }

    [Fact]
    public void Variants_of_a_matrix_share_their_draws()
    {
        using var he = new ActivationHistograms.ReluHe();
        using var unit = new ActivationHistograms.ReluStd1();
        he.Draw();
        unit.Draw();

        Assert.Equal(he.Input[17, 3], unit.Input[17, 3]);
        Assert.Equal(he.Hidden4.Weights[5, 6], Math.Sqrt(2.0 / 100.0) * unit.Hidden4.Weights[5, 6]);
    }
}
