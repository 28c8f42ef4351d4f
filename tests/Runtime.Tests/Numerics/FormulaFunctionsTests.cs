using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>The functions of formulas that generated code calls for single numbers. Expected values: mpmath, rounded.</summary>
public class FormulaFunctionsTests
{
    [Theory]
    [InlineData("Sigmoid", 0.7, 0.66818777216816616)]
    [InlineData("Tanh", 0.7, 0.60436777711716349)]
    [InlineData("Erf", 0.7, 0.67780119383741847)]
    [InlineData("Sin", 0.7, 0.64421768723769105)]
    [InlineData("Cos", 0.7, 0.76484218728448843)]
    [InlineData("Expm1", 0.7, 1.0137527074704766)]
    [InlineData("Log1p", 0.7, 0.53062825106217038)]
    [InlineData("Softplus", 0.7, 1.1031860488854579)]
    public void Each_is_the_function_of_its_name(string name, double x, double expected)
    {
        double actual = (double)typeof(Formula).GetMethod(name)!.Invoke(null, [x])!;
        Assert.Equal(expected, actual, 4e-16 * Math.Max(1, expected));
        Assert.Equal(double.NaN, typeof(Formula).GetMethod(name)!.Invoke(null, [double.NaN]));
    }

    [Fact]
    public void Kinks_are_listed_once_ascending_and_finite() =>
        Assert.Equal([-2.0, 0, 1], ActivationKinks.Ascending(1, double.NaN, 0, 1, double.PositiveInfinity, -2));
}
