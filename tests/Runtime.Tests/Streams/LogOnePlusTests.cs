using FanIn.Runtime.Numerics;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Numerics;

namespace FanIn.Runtime.Tests.Streams;

public class LogOnePlusTests
{
    [Theory]
    [InlineData(-1, double.NegativeInfinity)]
    [InlineData(0, 0)]
    [InlineData(-1.1102230246251565e-16, -1.1102230246251565e-16)]      // 2⁻⁵³: the smallest step of the tail's uniforms
    [InlineData(-0.5, -0.6931471805599453)]
    public void Has_the_known_values(double x, double expected) => Assert.Equal(expected, LogOnePlus.Evaluate(x));

    /// <summary>The arguments that the ziggurat's tail makes: minus a 53-bit uniform.</summary>
    [Fact]
    public void Is_right_to_less_than_an_ulp()
    {
        foreach (var u in (double[])[.. SamplePoints.Uniform<double>(0, 1, 30_000), .. SamplePoints.Logarithmic<double>(1e-16, 1, 10_000)])
        {
            var x = -Math.Round(u * (1L << 53)) / (1L << 53);
            if (x is < 0 and > -1)
                Assert.InRange(Ulp.Error(LogOnePlus.Evaluate(x), DoubleDouble.Log(1 + x)), 0, 1);      // the sum is exact
        }
    }
}
