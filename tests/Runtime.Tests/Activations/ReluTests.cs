using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Activations;

public class ReluTests
{
    [Theory]
    [InlineData(2.5, 2.5)]
    [InlineData(-2.5, 0.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(double.Epsilon, double.Epsilon)]
    [InlineData(-double.Epsilon, 0.0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(double.NaN, double.NaN)]
    public void Is_NumPys_maximum_of_0_and_x(double x, double expected) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(Relu(x)));

    [Fact]
    public void Keeps_minus_0_as_NumPy_does() => Assert.True(double.IsNegative(Relu(-0.0)));

    private static double Relu(double x) => new Relu().Apply(new Lane<double>(x)).Value;
}
