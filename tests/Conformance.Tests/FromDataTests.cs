using FanIn.Runtime.Experiments;

namespace FanIn.Conformance.Tests;

/// <summary>Initialisers that look at the data reach what they aim at.</summary>
public class FromDataTests
{
    [Theory]
    [InlineData("lsuv", 0.1)]
    [InlineData("lsuv-fine", 1e-12)]
    public void Lsuv_brings_the_variance_to_one(string variant, double tolerance) => Assert.All(
        Drawn.Layers("from-data", variant), layer =>
            Assert.InRange(Math.Abs((layer.PreActivations!.Std * layer.PreActivations.Std) - 1), 0, tolerance));

    [Fact]
    public void Without_iterations_it_is_orthogonal() => Assert.All(
        Drawn.Layers("from-data", "lsuv-none"), layer => Assert.Equal(
            1 / Math.Sqrt(Math.Max(layer.Units, layer.Name == "first" ? 50 : layer.Name == "second" ? 61 : 40)), layer.Weights!.Std, 1e-2));

    [Fact]
    public void Its_weights_are_a_multiple_of_an_orthogonal_matrix()
    {
        using var experiment = new FromData.LsuvFine();
        experiment.Draw();
        var w = experiment.Second.Weights;
        double Product(int i, int j) => Enumerable.Range(0, 61).Sum(k => w[k, i] * w[k, j]);
        var square = Product(0, 0);
        Assert.All(Enumerable.Range(1, 39), j =>
        {
            Assert.Equal(square, Product(j, j), 1e-12);
            Assert.Equal(0, Product(0, j), 1e-12);
        });
    }

    [Theory]
    [InlineData("data-dependent", true)]
    [InlineData("data-dependent-uncentred", false)]
    public void Every_unit_has_std_one_and_mean_zero_where_it_is_centred(string variant, bool centred)
    {
        using var experiment = ExperimentCatalog.All.Single(entry => entry.Definition.Id == $"from-data/{variant}").Create(new(Threads: 2));
        experiment.Draw();
        experiment.Forward();
        var second = experiment is FromData.DataDependent first ? first.Second : ((FromData.DataDependentUncentred)experiment).Second;
        foreach (var unit in Enumerable.Range(0, 40))
        {
            var a = Enumerable.Range(0, 300).Select(row => second.PreActivations[row, unit]).ToArray();
            var mean = a.Average();
            Assert.Equal(1, Math.Sqrt(a.Average(x => (x - mean) * (x - mean))), 1e-12);
            Assert.Equal(centred, Math.Abs(mean) < 1e-12);
        }
    }

    [Fact]
    public void Drawing_again_gives_the_same_and_allocates_nothing()
    {
        using var experiment = new FromData.LsuvFine();
        experiment.Draw();
        var first = experiment.Third.Weights[7, 0];
        Assert.Equal(0, Allocations.OfThread(experiment.Draw));
        Assert.Equal(first, experiment.Third.Weights[7, 0]);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using var one = new FromData.DataDependent(threads: 1);
        using var three = new FromData.DataDependent(threads: 3);
        one.Draw();
        three.Draw();
        Assert.Equal(one.Third.Weights[5, 0], three.Third.Weights[5, 0]);
        Assert.Equal(one.Second.Bias[0, 11], three.Second.Bias[0, 11]);
    }
}
