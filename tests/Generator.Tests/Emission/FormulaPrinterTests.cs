using FanIn.Dsl.Model;
using FanIn.Generator.Tests.Hosting;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Tests.Emission;

public class FormulaPrinterTests
{
    private const string Prefix = "formula.";

    [Theory]
    [InlineData("100", "100.0")]
    [InlineData("1e3", "1e3")]
    [InlineData("1E+3", "1e3")]
    [InlineData("1e-3", "1e-3")]
    [InlineData("1.0e-3", "1.0e-3")]
    [InlineData(".001", "0.001")]
    [InlineData("5.", "5.0")]
    [InlineData("-2", "-2.0")]
    [InlineData("0.1", "0.1")]
    [InlineData("-0", "-0.0")]
    [InlineData("18446744073709551616", "18446744073709551616.0")]
    public void Numbers_keep_their_digits_and_are_doubles(string lexeme, string expected)
    {
        double value = double.Parse(lexeme, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, NumberLiteral.Print(new NumberNode(value, lexeme)));
    }

    [Theory]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.PositiveInfinity, "double.PositiveInfinity")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    [InlineData(0.1, "0.10000000000000001")]
    public void Numbers_without_usable_digits_are_written_from_their_value(double value, string expected) =>
        Assert.Equal(expected, NumberLiteral.Print(new NumberNode(value, "?")));

    [Fact]
    public void A_sum_in_a_sum_keeps_its_grouping()
    {
        var (a, b, c) = (Models.Node(1), Models.Node(2), Models.Node(3));
        Assert.Equal("1.0 + 2.0 + 3.0", Print(Binary('+', Binary('+', a, b), c)));
        Assert.Equal("1.0 + (2.0 + 3.0)", Print(Binary('+', a, Binary('+', b, c))));
        Assert.Equal("1.0 - (2.0 - 3.0)", Print(Binary('-', a, Binary('-', b, c))));
        Assert.Equal("1.0 / (2.0 * 3.0)", Print(Binary('/', a, Binary('*', b, c))));
        Assert.Equal("(1.0 + 2.0) * 3.0", Print(Binary('*', Binary('+', a, b), c)));
        Assert.Equal("1.0 * 2.0 + 3.0", Print(Binary('+', Binary('*', a, b), c)));
    }

    [Fact]
    public void A_sign_never_meets_another_without_parentheses()
    {
        var two = Models.Node(2);
        Assert.Equal("-(-2.0)", Print(new NegateNode(new NegateNode(two))));
        Assert.Equal("-(-2.0)", Print(new NegateNode(Models.Node(-2))));
        Assert.Equal("2.0 - -2.0", Print(Binary('-', two, new NegateNode(two))));
        Assert.Equal("-(2.0 + 2.0)", Print(new NegateNode(Binary('+', two, two))));
    }

    [Fact]
    public void A_power_is_a_call_and_so_needs_no_parentheses()
    {
        var two = Models.Node(2);
        Assert.Equal($"-{Prefix}Pow(2.0, 2.0)", Print(new NegateNode(Binary('^', two, two))));
        Assert.Equal($"{Prefix}Pow(2.0, {Prefix}Pow(2.0, -2.0))", Print(Binary('^', two, Binary('^', two, new NegateNode(two)))));
    }

    [Fact]
    public void Functions_are_the_runtimes_and_take_two_arguments_at_a_time()
    {
        var (a, b, c) = (Models.Node(1), Models.Node(2), Models.Node(3));
        Assert.Equal($"{Prefix}Sqrt(1.0 / 2.0)", Print(Call("sqrt", Binary('/', a, b))));
        Assert.Equal($"{Prefix}Max(1.0, {Prefix}Max(2.0, 3.0))", Print(Call("max", a, b, c)));
        Assert.Equal($"{Prefix}Min({Prefix}Min(1.0, 2.0), {Prefix}Min(3.0, 1.0))", Print(Call("min", a, b, c, a)));
    }

    private static BinaryNode Binary(char op, FormulaNode left, FormulaNode right) => new(op, left, right);

    private static CallNode Call(string function, params FormulaNode[] arguments) => new(function, Models.List(arguments));

    private static string Print(FormulaNode tree) => FormulaPrinter.Print(Models.Formula("…", tree));
}
