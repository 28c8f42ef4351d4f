using System.Globalization;
using FanIn.Dsl.Formulas;

namespace FanIn.Dsl.Tests.Formulas;

/// <summary>Values of formulas. The expected ones are what Python prints for the same text with ** for ^.</summary>
public class FormulaEvaluationTests
{
    [Theory]
    [InlineData("-2^2", "-4.0")]
    [InlineData("2^3^2", "512.0")]
    [InlineData("2^-1", "0.5")]
    [InlineData("(-2)^2", "4.0")]
    [InlineData("--3", "3.0")]
    [InlineData("+3 - -2", "5.0")]
    [InlineData("2^-3^2", "0.001953125")]
    [InlineData("1 - 2 - 3", "-4.0")]
    [InlineData("24 / 4 / 3", "2.0")]
    [InlineData("2 + 3 * 4", "14.0")]
    [InlineData("(2 + 3) * 4", "20.0")]
    [InlineData("-3 * -2 ^ 2", "12.0")]
    [InlineData("7 / 2 * 2", "7.0")]
    [InlineData("sqrt(2 / 100)", "0.1414213562373095")]
    [InlineData("exp(1)", "2.718281828459045")]
    [InlineData("log(10)", "2.302585092994046")]
    [InlineData("abs(-2.5)", "2.5")]
    [InlineData("min(3, 1, 2)", "1.0")]
    [InlineData("max(3, 1, 7, 2)", "7.0")]
    [InlineData("pow(2, 0.5)", "1.4142135623730951")]
    [InlineData("2 * pi", "6.283185307179586")]
    [InlineData("1e3", "1000.0")]
    [InlineData("1e-3", "0.001")]
    [InlineData("1.0e-3", "0.001")]
    [InlineData("1E+3", "1000.0")]
    [InlineData(".001", "0.001")]
    [InlineData("1.", "1.0")]
    [InlineData("1.e2", "100.0")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("  3\t*\n 4 ", "12.0")]
    [InlineData("2e308 / 1e308 * 0 + 1e-320", null)]
    public void A_formula_has_pythons_value(string formula, string? expected)
    {
        var (bound, errors, _) = FormulaBinder.Bind(FormulaParser.Parse(formula), Scope.Constants);
        if (expected is null)
        {
            Assert.Contains("larger than a float64", Assert.Single(errors).Message, StringComparison.Ordinal);
            return;
        }

        Assert.Empty(errors);
        Assert.Equal(double.Parse(expected, CultureInfo.InvariantCulture), bound!.Value);
    }

    [Fact]
    public void Names_are_replaced_by_what_they_stand_for()
    {
        var scope = Scope.Constants.With([new("fan_in", ScopeValue.Of(100)), new("fan_avg", ScopeValue.Of(50.5))]);

        var (bound, _, nodes) = FormulaBinder.Bind(FormulaParser.Parse("sqrt(2 /  fan_in) * fan_avg"), scope);

        Assert.Equal("sqrt(2 / 100) * 50.5", FormulaPrinter.Print(bound!.Tree));
        Assert.Equal("sqrt(2 / fan_in) * fan_avg", bound.Written);
        Assert.Equal(6, nodes);
    }

    [Fact]
    public void A_name_whose_number_is_unknown_gives_neither_value_nor_error()
    {
        var (bound, errors, _) = FormulaBinder.Bind(FormulaParser.Parse("1 / width"), Scope.Constants.With([new("width", null)]));

        Assert.Null(bound);
        Assert.Empty(errors);
    }

    [Fact]
    public void A_function_of_many_arguments_is_one_of_pairs()
    {
        var (bound, _, _) = FormulaBinder.Bind(FormulaParser.Parse("min(1, 2, 3)"), Scope.Constants);

        Assert.Equal("min(min(1, 2), 3)", FormulaPrinter.Print(bound!.Tree));
    }
}
