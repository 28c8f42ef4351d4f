using FanIn.Dsl.Formulas;

namespace FanIn.Dsl.Tests.Formulas;

/// <summary>A formula's value, derivative and kinks as mathematics has them.</summary>
public class FormulaFunctionTests
{
    private static readonly double[] Points = [-5, -2.5, -1, -0.3, 0.7, 1.9, 4];

    public static TheoryData<string, Func<double, double>, Func<double, double>> Known => new()
    {
        { "x", x => x, _ => 1 },
        { "3 - 2 * x", x => 3 - (2 * x), _ => -2 },
        { "x^3 - x^2 / 4 + 1", x => (x * x * x) - (x * x / 4) + 1, x => (3 * x * x) - (x / 2) },
        { "(1 + x^2)^-1", x => 1 / (1 + (x * x)), x => -2 * x / Math.Pow(1 + (x * x), 2) },
        { "(1 + x^2)^0.5", x => Math.Sqrt(1 + (x * x)), x => x / Math.Sqrt(1 + (x * x)) },
        { "pow(1 + x^2, 1.5)", x => Math.Pow(1 + (x * x), 1.5), x => 3 * x * Math.Sqrt(1 + (x * x)) },
        { "(2 + x^2)^0.3", x => Math.Pow(2 + (x * x), 0.3), x => 0.6 * x * Math.Pow(2 + (x * x), -0.7) },
        { "2^x", x => Math.Pow(2, x), x => Math.Log(2) * Math.Pow(2, x) },
        { "exp(-x^2)", x => Math.Exp(-x * x), x => -2 * x * Math.Exp(-x * x) },
        { "log(1 + x^2)", x => Math.Log(1 + (x * x)), x => 2 * x / (1 + (x * x)) },
        { "log1p(x^2)", x => Math.Log(1 + (x * x)), x => 2 * x / (1 + (x * x)) },
        { "sin(2 * x)", x => Math.Sin(2 * x), x => 2 * Math.Cos(2 * x) },
        { "cos(x)", Math.Cos, x => -Math.Sin(x) },
        { "tanh(x)", Math.Tanh, x => 1 / Math.Pow(Math.Cosh(x), 2) },
        { "x * sigmoid(x)", x => x / (1 + Math.Exp(-x)), x => (1 + Math.Exp(-x) + (x * Math.Exp(-x))) / Math.Pow(1 + Math.Exp(-x), 2) },
        { "softplus(x)", x => Math.Log(1 + Math.Exp(x)), x => 1 / (1 + Math.Exp(-x)) },
        { "expm1(x)", x => Math.Exp(x) - 1, Math.Exp },
        { "erf(x / 2) - erf(x / 2)", _ => 0, _ => 0 },
        { "x / (1 + abs(x))", x => x / (1 + Math.Abs(x)), x => 1 / Math.Pow(1 + Math.Abs(x), 2) },
        { "where(x > 0, x, 0.5 * expm1(x))", x => x > 0 ? x : 0.5 * (Math.Exp(x) - 1), x => x > 0 ? 1 : 0.5 * Math.Exp(x) },
        { "where(x != 0, sin(x) / x, 1)", x => Math.Sin(x) / x, x => ((x * Math.Cos(x)) - Math.Sin(x)) / (x * x) },
        { "max(x, 0.1 * x, -3)", x => Math.Max(Math.Max(x, 0.1 * x), -3), x => x > 0 ? 1 : 0.1 },
        { "min(max(x, 0), 1.5)", x => Math.Clamp(x, 0, 1.5), x => x is > 0 and < 1.5 ? 1 : 0 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Value_and_derivative_are_what_calculus_says(string formula, Func<double, double> value, Func<double, double> derivative)
    {
        var function = FormulaFunction.Parse(formula);
        foreach (double x in Points)
        {
            AssertClose(value(x), function.Value(x));
            AssertClose(derivative(x), function.Derivative(x));
        }
    }

    [Theory]
    [InlineData("abs(x)", 0, -1)]
    [InlineData("abs(-x)", 0, -1)]
    [InlineData("abs(3 - x)", 3, -1)]
    [InlineData("max(x, 0)", 0, 0)]
    [InlineData("max(0, x)", 0, 0)]
    [InlineData("max(-x, 0)", 0, -1)]
    [InlineData("min(x, 0)", 0, 1)]
    [InlineData("min(x, 6)", 6, 1)]
    [InlineData("min(-x, 0)", 0, 0)]
    [InlineData("max(min(x, 1), -1)", 1, 1)]
    [InlineData("max(min(x, 1), -1)", -1, 0)]
    [InlineData("max(x, 0.5 * x)", 0, 0.5)]
    [InlineData("where(x > 0, x, 0)", 0, 0)]
    [InlineData("where(x >= 0, x, 0)", 0, 0)]
    [InlineData("where(x < 0, 0, x)", 0, 0)]
    [InlineData("where(0 <= x, x, 0)", 0, 0)]
    [InlineData("where(-2 * x > 2, 7 * x + 6, x)", -1, 7)]
    [InlineData("where(-2 * x >= 2, 7 * x + 6, x)", -1, 7)]
    [InlineData("abs(x * x * x - 8)", 2, -12)]
    [InlineData("max(exp(x), 1)", 0, 0)]
    public void At_a_kink_the_left_branch_counts(string formula, double kink, double derivative)
    {
        var function = FormulaFunction.Parse(formula);
        Assert.Equal(derivative, function.Derivative(kink));
        Assert.Contains(kink, function.Kinks);
    }

    [Theory]
    [InlineData("where(x > 0, 5 * x + 1, 2 * x)", 0, 2)]
    [InlineData("where(x >= 0, 5 * x + 1, 2 * x)", 0, 5)]
    [InlineData("where(x < -1, x, 0)", -1, 0)]
    [InlineData("where(x <= -1, x, 0)", -1, 1)]
    public void At_a_jump_the_branch_of_the_value_counts(string formula, double jump, double derivative)
    {
        var function = FormulaFunction.Parse(formula);
        Assert.Equal(derivative, function.Derivative(jump));
        Assert.Equal([jump], function.Kinks);
    }

    [Theory]
    [InlineData("max(0, x)", new double[] { 0 })]
    [InlineData("where(x > -1, where(x < 1, x, 1), -1)", new double[] { -1, 1 })]
    [InlineData("min(max(0.2 * x + 0.5, 0), 1)", new double[] { -2.5, 2.5 })]
    [InlineData("where(abs(x) > 0.5, x, 0)", new double[] { -0.5, 0, 0.5 })]
    [InlineData("abs(abs(x) - 2)", new double[] { -2, 0, 2 })]
    [InlineData("max(x^2, 4)", new double[] { -2, 2 })]
    public void Kinks_are_found_in_order(string formula, double[] kinks) =>
        Assert.Equal(kinks, FormulaFunction.Parse(formula).Kinks.Select(kink => Math.Round(kink, 12)));

    [Fact]
    public void A_smooth_formula_has_no_kinks() => Assert.Empty(FormulaFunction.Parse("x * sigmoid(x)").Kinks);

    [Fact]
    public void Numbers_have_names() =>
        Assert.Equal(
            -0.6, FormulaFunction.Parse("where(x > 0, x, slope * x)", new Dictionary<string, double> { ["slope"] = 0.2 }).Value(-3), 15);

    [Theory]
    [InlineData("where(x > 0, 1, 0)")]
    [InlineData("min(1, max(0, x))")]
    [InlineData("x")]
    public void NaN_stays_NaN(string formula)
    {
        var function = FormulaFunction.Parse(formula);
        Assert.Equal(double.NaN, function.Value(double.NaN));
        Assert.Equal(double.NaN, function.Derivative(double.NaN));
    }

    [Theory]
    [InlineData("relu(x)", "no function 'relu'")]
    [InlineData("x * y", "'y' is neither")]
    [InlineData("1 + 1", "depend on x")]
    public void What_is_wrong_is_said(string formula, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => FormulaFunction.Parse(formula)).Message, StringComparison.Ordinal);

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 2e-13 * Math.Max(1, Math.Abs(expected)), $"{expected:R} {actual:R}");
}
