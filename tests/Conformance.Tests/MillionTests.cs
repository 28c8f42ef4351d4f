namespace FanIn.Conformance.Tests;

/// <summary>A million weights of every initialiser have the mean, spread, bounds and shape that its formula says.</summary>
public class MillionTests
{
    public static TheoryData<string> Variants => new(Claims.All.Select(claim => claim.Variant));

    [Fact]
    public void Every_variant_has_its_claim() =>
        Assert.Equal(Drawn.Variants("million").Order(), Claims.All.Select(claim => claim.Variant).Order());

    [Theory]
    [MemberData(nameof(Variants))]
    public void Its_moments_and_bounds_are_those_of_its_formula(string variant)
    {
        var claim = Claims.All.Single(claim => claim.Variant == variant);
        var weights = Drawn.Million(variant).Weights!;
        Assert.Equal(Claim.Count, weights.Count);
        Assert.Equal(claim.Mean, weights.Mean, claim.MeanTolerance);
        Assert.Equal(claim.Std, weights.Std, claim.StdTolerance);
        if (!double.IsNaN(claim.Kurtosis))
            Assert.Equal(claim.Kurtosis, weights.ExcessKurtosis, claim.KurtosisTolerance);
        Assert.InRange(weights.Min, claim.Low, weights.Max);
        Assert.InRange(weights.Max, weights.Min, claim.High);
    }

    /// <summary>A bound that is never come near is none: the cut is where the formula says.</summary>
    [Theory]
    [MemberData(nameof(Variants))]
    public void Its_bounds_are_reached(string variant)
    {
        var claim = Claims.All.Single(claim => claim.Variant == variant);
        if (double.IsInfinity(claim.Low) || claim.Low < claim.Mean - (10 * claim.Std) && claim.Std > 0 && !claim.IsExact)
            return;
        var weights = Drawn.Million(variant).Weights!;
        var near = 1e-3 * (claim.High - claim.Low);
        Assert.InRange(weights.Min, claim.Low, claim.Low + near);
        Assert.InRange(weights.Max, claim.High - near, claim.High);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void What_the_run_reports_is_what_the_formula_says(string variant)
    {
        var claim = Claims.All.Single(claim => claim.Variant == variant);
        var layer = Drawn.Million(variant);
        Assert.Equal(claim.Std, layer.Initialiser!.AskedStd, 1e-9 * claim.Std);
        Assert.Equal(layer.Weights!.Std, layer.Initialiser.AchievedStd, 1e-12);
    }
}
