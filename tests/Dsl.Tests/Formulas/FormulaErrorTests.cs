using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Formulas;

/// <summary>What is wrong with a formula is said at its place within the formula, wherever the formula stands in the YAML.</summary>
public class FormulaErrorTests
{
    [Theory]
    [InlineData("[|(|]1 + 2", "FAN0019 not closed")]
    [InlineData("1 + 2[|)|]", "FAN0019 closes nothing")]
    [InlineData("sqrt[|(|]2", "FAN0019 not closed")]
    [InlineData("1 +[||]", "FAN0019 missing at the end")]
    [InlineData("1 + [|*|] 2", "FAN0019 missing before '*'")]
    [InlineData("2 [|x|]", "FAN0019 operator is missing before 'x'")]
    [InlineData("2 [|(|]3)", "FAN0019 operator is missing before this '('")]
    [InlineData("2[|,|]5", "FAN0019 decimal point is '.'")]
    [InlineData("2 [|**|] 3", "FAN0019 with '^'")]
    [InlineData("7 [|//|] 2", "FAN0019 one '/'")]
    [InlineData("7 [|%|] 2", "FAN0019 '%' can't stand in a formula")]
    [InlineData("1 + [|😀|]", "FAN0019 '😀' can't stand in a formula")]
    [InlineData("1 + [|٣|]", "FAN0019 can't stand in a formula")]
    [InlineData("[|1_000|]", "FAN0019 '1_000' is not a number")]
    [InlineData("[|0o17|]", "FAN0019 '0o17' is not a number")]
    [InlineData("[|0x1F|]", "FAN0019 '0x1F' is not a number")]
    [InlineData("1 + [|2fan_in|]", "FAN0019 '2fan_in' is not a number")]
    [InlineData("[|.inf|]", "FAN0019 '.inf' is not a number")]
    [InlineData("[|1.2.3|]", "FAN0019 '1.2.3' is not a number")]
    [InlineData("2 * [|$|]width", "FAN0019 without '$'")]
    [InlineData("[|pow|](2)", "FAN0019 pow takes 2 arguments; found 1")]
    [InlineData("[|sqrt|]()", "FAN0019 sqrt takes one argument; found 0")]
    [InlineData("[|min|](1)", "FAN0019 min takes at least 2 arguments; found 1")]
    [InlineData("[|no|]", "FAN0020 'no' is neither a number")]
    [InlineData("sqrt(2 / [|fan_inn|])", "FAN0020 Did you mean 'fan_in'?")]
    [InlineData("[|sqrtt|](2)", "FAN0020 Did you mean 'sqrt'? Functions: sqrt, exp, log, "
        + "abs, min, max, pow, sigmoid, tanh, erf, sin, cos, expm1, log1p, softplus, where.")]
    [InlineData("2 * [|sqrt|]", "FAN0020 needs parentheses")]
    [InlineData("1 [|/|] 0", "FAN0021 divides by zero")]
    [InlineData("1 [|/|] (fan_in - 4)", "FAN0021 divides by zero, with fan_in = 4")]
    [InlineData("[|sqrt|](-1)", "FAN0021 sqrt(-1) has no finite value")]
    [InlineData("[|log|](0)", "FAN0021 log(0) has no finite value")]
    [InlineData("[|exp|](1000)", "FAN0021 exp(1000)")]
    [InlineData("(-8) [|^|] 0.5", "FAN0021 -8 ^ 0.5")]
    [InlineData("10 [|^|] 400", "FAN0021 10 ^ 400")]
    [InlineData("[|1e999|]", "FAN0021 larger than a float64")]
    public void An_error_is_located_within_the_formula(string formula, string expected)
    {
        Reads.Bad($"input: {{ batch: 10, features: 4 }}\nlayers:\n  - dense: 3\n    init:\n      normal:\n        std: \"{formula}\"\n",
            expected);
        Reads.Bad($"input: {{ batch: 10, features: 4 }}\nlayers:\n  - dense: "
            + $"3\n    init:\n      normal:\n        std:   '{formula}'  # 😀\n", expected);
    }

    [Fact]
    public void All_unknown_names_of_a_formula_are_found() =>
        Reads.Bad(
            "input: { batch: 10, features: 4 }\nlayers:\n  - { dense: 3, init: { normal: { std: [|fan|] + 2 * [|foo|] } } }\n",
            "FAN0020 'fan'",
            "FAN0020 'foo'");

    [Theory]
    [InlineData("-1", "found -1.")]
    [InlineData("2 - 3", "found '2 - 3' = -1.")]
    [InlineData("1 - fan_in", "found '1 - fan_in' = -3.")]
    public void A_number_out_of_range_is_shown_as_written_and_as_it_is(string std, string found) =>
        Reads.Bad($"input: {{ batch: 10, features: 4 }}\nlayers:\n  - {{ dense: 3, init: {{ normal: {{ std: [|{std}|] }} }} }}\n",
            $"FAN0022 std must be at least 0; {found}");

    [Fact]
    public void Where_escapes_part_value_and_text_the_whole_value_is_meant() =>
        Reads.Bad("input: { batch: 10, features: 4 }\nlayers:\n  - { dense: 3, init: { normal: { std: [|\"1 \\x2B\"|] } } }\n",
            "FAN0019 missing at the end");

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(500, false)]
    public void Nesting_has_a_limit(int parentheses, bool isAllowed)
    {
        string std = new string('(', parentheses) + "1" + new string(')', parentheses);
        var result =
            Reads.Read($"input: {{ batch: 10, features: 4 }}\nlayers:\n  - {{ dense: 3, init: {{ normal: {{ std: {std} }} }} }}\n");

        if (isAllowed)
            Assert.Empty(result.Diagnostics);
        else
            Assert.Contains("nested more than 64 deep", Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
    }
}
