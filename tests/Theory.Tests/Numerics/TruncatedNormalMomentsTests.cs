using FanIn.Theory.Numerics;

namespace FanIn.Theory.Tests.Numerics;

/// <summary>Against scipy.stats.truncnorm.</summary>
public class TruncatedNormalMomentsTests
{
    [Theory]
    [InlineData(-2, 2, 0.0, 0.8796256610342398, 1.4161891248494625)]
    [InlineData(-1, 1, 0.0, 0.5395600937548968, 0.1645003790911721)]
    [InlineData(-0.5, 2, 0.4457437782725149, 0.6136724176112496, 1.014124117443102)]
    [InlineData(1, 3, 1.5100495132439846, 0.41647677597210686, 8.138644839032423)]
    [InlineData(-3, -1, -1.5100495132439846, 0.41647677597210686, 8.138644839032423)]
    [InlineData(-40, 40, 0.0, 1.0, 3.0)]
    public void Moments_are_scipys(double low, double high, double mean, double std, double fourth)
    {
        var moments = TruncatedNormalMoments.Between(low, high);
        Close.Within(mean, moments.Mean, 1e-12);
        Close.Within(std, moments.Std, 1e-9);
        Close.Relative(fourth, moments.Fourth, 1e-8);
    }

    [Fact]
    public void Nothing_lies_between_bounds_that_are_far_out()
    {
        Assert.Equal(0, TruncatedNormalMoments.Between(50, 60).Std);
        Assert.Equal(new TruncatedNormalMoments(0, 1, 3), TruncatedNormalMoments.Between(-1e150, 1e150));
    }
}
