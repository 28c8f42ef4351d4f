using System.Text.RegularExpressions;
using CsCheck;
using FanIn.Dsl.Binding;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Tests.Vocabulary;

/// <summary>The patterns for editors say what the reader's own rules say.</summary>
public class TextPatternsTests
{
    private static readonly string[] Taken = ["pi", "sqrt", "fan_in", "fan_ins", "layer", "depth", "max", "maxi", "x"];

    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.String[Gen.Char["aZ09._- $/é"], 0, 8],
        Gen.String[Gen.Char["aZ9_"], 60, 68],
        Gen.Int[0, Taken.Length - 1].Select(i => Taken[i]));

    private static readonly Gen<string> Formulas = Gen.String[Gen.Char["x1.+-*/^(),e \t\n_$%'é[\""], 0, 8];

    [Fact]
    public void A_type_of_ones_own() =>
        Gen.OneOf("MyLab", "Snake", ".", "..", "global::", "::", "_x1", "2", "-", " ", new string('a', 64), new string('a', 65))
        .Array[0, 6].Select(string.Concat)
        .Sample(text => Matches(TextPatterns.OwnType, text) == OwnType.IsName(text), iter: 20_000);

    [Fact]
    public void Names_match_when_the_reader_takes_them() =>
        Names.Sample(text => Matches(TextPatterns.Name, text) == NameRule.IsName(text), iter: 20_000);

    [Fact]
    public void Axes_match_when_the_reader_takes_them() =>
        Names.Sample(text => Matches(TextPatterns.Axis, text) == NameRule.IsAxis(text), iter: 20_000);

    [Fact]
    public void References_match_when_they_name_what_may_be_an_axis() =>
        Names.Where(text => !NameRule.IsTaken(text))
            .Sample(text => Matches(TextPatterns.Reference, "$" + text) == NameRule.IsAxis(text), iter: 20_000);

    [Fact]
    public void Every_formula_matches() =>
        Formulas.Sample(text => FormulaParser.Parse(text).Tree is null || Matches(TextPatterns.Formula, text), iter: 50_000);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("+")]
    [InlineData("2 % 3")]
    [InlineData("$n + 1")]
    [InlineData("a; b")]
    public void What_can_be_no_formula_does_not_match(string text) => Assert.False(Matches(TextPatterns.Formula, text));

    private static bool Matches(string pattern, string text) => Regex.IsMatch(text, $@"^(?:{pattern.Replace("$)", @"\z)")})\z", RegexOptions.CultureInvariant);
}
