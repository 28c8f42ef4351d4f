using CsCheck;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Tests.Formulas;

/// <summary>A formula that is printed and read again is the same tree.</summary>
public class FormulaRoundTripTests
{
    private static readonly Gen<FormulaNode> Leaf = Gen.OneOf<FormulaNode>(
        Gen.OneOf("1", "0.5", "1e-3", ".25", "100", "2E3").Select(lexeme => (FormulaNode)((NumberNode)FormulaParser.Parse(lexeme).Tree!)),
        Gen.OneOf("pi", "fan_in", "layer", "width_2").Select(name => (FormulaNode)new NameNode(name)));

    private static readonly Gen<FormulaNode> Tree = Gen.Recursive<FormulaNode>((depth, tree) => depth > 5
        ? Leaf
        : Gen.OneOf(
            Leaf,
            tree.Select(operand => (FormulaNode)new NegateNode(operand)),
            Gen.Select(Gen.OneOf('+', '-', '*', '/', '^'), tree, tree).Select(t => (FormulaNode)new BinaryNode(t.Item1, t.Item2, t.Item3)),
            Gen.Select(Gen.OneOf("sqrt", "exp", "log", "abs"), tree).Select(t => (FormulaNode)new CallNode(t.Item1, new([t.Item2]))),
            Gen.Select(Gen.OneOf("min", "max", "pow"), tree, tree)
                .Select(t => (FormulaNode)new CallNode(t.Item1, new([t.Item2, t.Item3])))));

    [Fact]
    public void A_printed_tree_reads_back_as_itself() => Tree.Sample(tree =>
    {
        string text = FormulaPrinter.Print(tree);
        var formula = FormulaParser.Parse(text);
        Assert.Empty(text.Length > Limits.FormulaLength ? [] : formula.Errors);
        Assert.True(text.Length > Limits.FormulaLength || tree.Equals(formula.Tree), text);
    });

    [Theory]
    [InlineData("(1 + 2) * 3")]
    [InlineData("1 - (2 - 3)")]
    [InlineData("-(2 + 3)")]
    [InlineData("(-2)^2")]
    [InlineData("(2^3)^2")]
    [InlineData("2^3^2")]
    [InlineData("2^-x")]
    [InlineData("-2 * 3")]
    [InlineData("pow(1 + 2, -3)")]
    public void Parentheses_are_printed_where_they_matter(string formula) =>
        Assert.Equal(formula, FormulaPrinter.Print(FormulaParser.Parse(formula).Tree!));
}
