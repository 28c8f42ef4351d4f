using CsCheck;
using FanIn.Dsl.Formulas;

namespace FanIn.Dsl.Tests.Formulas;

/// <summary>The derivative of any formula is the slope of its value.</summary>
public class FormulaDerivativeTests
{
    private static readonly Gen<string> Smooth = Gen.Recursive<string>((depth, tree) => depth > 4
        ? Gen.OneOf("x", "x", "0.5", "1.25")
        : Gen.OneOf(
            Gen.OneOf("x", "2", "0.75"),
            Gen.Select(tree, Gen.OneOf("+", "-", "*"), tree).Select(t => $"({t.Item1} {t.Item2} {t.Item3})"),
            Gen.Select(tree, tree).Select(t => $"({t.Item1} / (2 + tanh({t.Item2})))"),
            Gen.Select(Gen.OneOf("sigmoid", "tanh", "erf", "sin", "cos", "softplus"), tree).Select(t => $"{t.Item1}({t.Item2})"),
            Gen.Select(Gen.OneOf("exp", "expm1"), tree).Select(t => $"{t.Item1}(sin({t.Item2}))"),
            Gen.Select(Gen.OneOf("log", "sqrt", "log1p"), tree).Select(t => $"{t.Item1}(1 + ({t.Item2})^2)"),
            Gen.Select(tree, Gen.OneOf("2", "3", "0", "1")).Select(t => $"sin({t.Item1})^{t.Item2}"),
            tree.Select(t => $"(1.5 + cos({t}))^-1.5"),
            tree.Select(t => $"-{t}")));

    /// <summary>Pieces of smooth formulas, each a kink somewhere.</summary>
    private static readonly Gen<string> Kinked =
        Gen.Select(Smooth, Smooth, Gen.OneOf("max", "min", "abs", "<", "<=", ">", ">=")).Select(t => t.Item3 switch
    {
        "abs" => $"abs({t.Item1}) + {t.Item2}",
        "max" or "min" => $"{t.Item3}({t.Item1}, {t.Item2})",
        _ => $"where({t.Item1} {t.Item3} {t.Item2}, {t.Item2}, {t.Item1})",
    });

    [Fact]
    public void Of_smooth_formulas() => Gen.Select(Smooth, Gen.Double[-2, 2]).Sample(AssertSlope, iter: 2000);

    [Fact]
    public void Of_formulas_with_kinks() => Gen.Select(Kinked, Gen.Double[-2, 2]).Sample(AssertSlope, iter: 2000);

    [Fact]
    public void A_formula_that_shares_much_stays_small()
    {
        string nested = "x";
        for (int i = 0; i < 60; i++)
            nested = $"max({nested}, sin({nested.Length}))";
        var function = FormulaFunction.Parse(nested);
        Assert.Equal(1, function.Derivative(50));
        Assert.Equal(0, function.Derivative(-50));
    }

    /// <summary>Central differences with two widths: where they differ much there is a kink in between, or no number.</summary>
    private static void AssertSlope(string formula, double near)
    {
        double x = near + 0.0123;       // kinks lie at round numbers, and at 0 above all
        if (formula.Length > Limits.FormulaLength
            || !formula.Contains('x', StringComparison.Ordinal) || FormulaParser.Parse(formula).Tree is null)
            return;
        FormulaFunction function;
        try
        {
            function = FormulaFunction.Parse(formula);
        }
        catch (FormatException refused)
        {
            Assert.Matches("no finite value|divides by zero|depend on x", refused.Message);
            return;
        }

        double fine = Slope(function, x, 1e-4), coarse = Slope(function, x, 2e-4);
        double extrapolated = ((4 * fine) - coarse) / 3;
        double scale = Math.Max(1, Math.Abs(function.Value(x)) + Math.Abs(fine));
        if (double.IsNaN(fine) || Math.Abs(fine - coarse) > 1e-5 * scale)
            return;
        Assert.True(
            Math.Abs(extrapolated - function.Derivative(x)) < 1e-5 * scale,
            $"{formula} at {x:R}: {extrapolated:R}, {function.Derivative(x):R}");
    }

    private static double Slope(FormulaFunction function, double x, double h) => (function.Value(x + h) - function.Value(x - h)) / (2 * h);
}
