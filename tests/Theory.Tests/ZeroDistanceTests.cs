using FanIn.Theory.Activations;

namespace FanIn.Theory.Tests;

/// <summary>Distances and variances are never negative, and equal inputs stay equal, from the smallest signals to the largest.</summary>
public class ZeroDistanceTests
{
    public static TheoryData<string> Names => [.. StandardActivations.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equal_inputs_stay_equal(string name)
    {
        var theory = ActivationTheory.Of(StandardActivations.Find(name)!);
        Assert.All(Sizes, q => Assert.Equal((0.0, 0.0), (theory.Distance(q, 0), theory.PrintedPair(q, 0).Distance)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_variance_and_no_distance_is_negative(string name)
    {
        var theory = ActivationTheory.Of(StandardActivations.Find(name)!);
        foreach (var q in Sizes)
        {
            Assert.False(theory.Level(q).Variance < 0);
            Assert.All(
                new[] { 1e-320, 1e-100, 1e-16, 1e-12, 1e-6, 0.5, 1 },
                d => Assert.False(theory.Distance(q, d) < 0 || theory.PrintedPair(q, d).Distance < 0));
        }
    }

    /// <summary>Next to 0 ReLU6 is ReLU: Var φ = q/2 − q/2π.</summary>
    [Fact]
    public void The_smallest_signals_keep_their_variance() => Assert.Equal(
        (0.5 - 0.5 / Math.PI) * 1e-300, ActivationTheory.Of(StandardActivations.Find("relu6")!).Level(1e-300).Variance, 1e-310);

    private static double[] Sizes => [0, 1e-300, 1e-150, 1e-9, 0.3, 30, 1e8, 1e150, 1e290];
}
