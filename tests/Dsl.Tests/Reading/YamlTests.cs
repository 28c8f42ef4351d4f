using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>What the language refuses of YAML, and YAML that is none.</summary>
public class YamlTests
{
    [Theory]
    [InlineData("seed: [|&a 1|]\n", "FAN0007 Anchors (&name)")]
    [InlineData("seed: { a: [|&a|] x, b: 2 }\n", "FAN0007 Anchors (&name)")]
    [InlineData("seed: [|*a|]\n", "FAN0007 Aliases (*name)")]
    [InlineData("[|<<|]: { seed: 1 }\n", "FAN0007 Merge keys (<<)")]
    [InlineData("seed: [|!!int 1|]\n", "FAN0008 Tags")]
    [InlineData("seed: 1\n[|seed|]: 2\n", "FAN0013 'seed' stands in this mapping already, in line 4.")]
    [InlineData("[|---|]\nseed: 2\n", "FAN0009 A second document")]
    [InlineData("[|[seed]|]: 2\n", "FAN0016 A key must be a name; found a list.")]
    [InlineData("expect: [ [|layer: layer|] ]\n", "FAN0015 at least one statistic")]
    [InlineData("matrix: { a: [1, [|b: 2|]] }\n", "FAN0033 found a mapping")]
    [InlineData("description: \"a[||]\"\n", null)]
    [InlineData("description: [|\"a\\0b\"|]\n", "FAN0003 U+0000")]
    [InlineData("description: [|\"|]a\\ud800b\"\n", "FAN0005")]
    public void What_the_language_refuses_has_an_error_of_its_own(string markup, string? expected)
    {
        if (expected is null)
            Reads.Good((Reads.Body + markup).Replace("[||]", ""));
        else
            Reads.Bad(Reads.Body + markup, expected);
    }

    [Theory]
    [InlineData("[|%YAML 1.1|]\n---\n", "FAN0008 Directives")]
    [InlineData("# first\n[|%FOO bar|]\n---\n", "FAN0008 Directives")]
    public void Directives_are_refused_known_or_not(string head, string expected) => Reads.Bad(head + Reads.Body, expected);

    [Fact]
    public void Markers_of_the_one_document_are_allowed() => Reads.Good("---\n" + Reads.Body + "...\n");

    [Theory]
    [InlineData("description: Xavier[|:|] the good\n", "FAN0005 quote text that holds ': '")]
    [InlineData("description: [|'|]open\n", "FAN0005 the quotes that open here are not closed")]
    [InlineData("description: [|@|]x\n", "FAN0005 can't start with this character")]
    [InlineData("description: [|%|]x\n", "FAN0005 can't start with this character")]
    [InlineData("description: [|\"|]\\q\"\n", "FAN0005 no such escape")]
    [InlineData("observe: [[|activations|], weights\nkeep: all\n", "FAN0005 the '[' of line 4, column 10 is not closed")]
    [InlineData("observe: [[|a|]: 1\nkeep: all\n", "FAN0005 the '[' of line 4, column 10 is not closed")]
    [InlineData("histogram: { bins: 3\n[||]", "FAN0005 the '{' of line 4, column 12 is not closed")]
    [InlineData("[|}|]\n", "FAN0005")]
    [InlineData("  - x\n", "FAN0005")]
    [InlineData("figure: [{ for: $[|{|]a} }]\n", "FAN0026 A reference has no braces: write $a")]
    public void A_break_in_the_yaml_is_located(string markup, string expected)
    {
        if (markup.Contains("[|", StringComparison.Ordinal))
            Reads.Bad(Reads.Body + markup, expected);
        else
            Assert.Equal("FAN0016", Assert.Single(Reads.Read("input: { batch: 1, features: 1 }\nlayers:\n" + markup).Diagnostics).Id);
    }

    [Theory]
    [InlineData("std: [|max(0, 1)|]", "\"max(0, 1)\"")]
    [InlineData("std: [|max(0, 1, 2)|], mean: 3", "\"max(0, 1, 2)\"")]
    [InlineData("mean: 3, std: [|2 * (1 + pow(2, 3))|]", "\"2 * (1 + pow(2, 3))\"")]
    public void A_formula_that_yaml_split_at_its_comma_is_recognised(string numbers, string quoted)
    {
        Reads.Bad($"input: {{ batch: 10, features: 4 }}\nlayers: [{{ dense: 3, init: {{ normal: {{ {numbers} }} }} }}]\n",
            "FAN0028 Quote it: " + quoted);
        Reads.Good(Marked.Parse($"input: {{ batch: 10, features: 4 }}\nlayers: [{{ dense: "
            + $"3, init: {{ normal: {{ {numbers} }} }} }}]\n").Text.Replace(quoted.Trim('"'), quoted));
    }

    [Fact]
    public void A_list_splits_formulas_too() =>
        Reads.Bad(Reads.Body + "histogram: { range: [[|min(0, 1)|], [|max(2, 3)|]] }\n", "FAN0028 \"min(0, 1)\"", "FAN0028 \"max(2, 3)\"");

    [Fact]
    public void In_a_block_a_formula_needs_no_quotes() =>
        Reads.Good("input: { batch: 10, features: 4 }\nlayers:\n  - dense: 3\n    init:\n      constant:\n        value: max(0, 1)\n");

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing\n  # here\n")]
    [InlineData("---\n...\n")]
    [InlineData("\uFEFF")]
    public void A_file_without_content_is_empty(string text)
    {
        var diagnostic = Reads.Read(text).Diagnostics[0];

        Assert.Contains(diagnostic.Id, (string[])["FAN0006", "FAN0016"]);
        Reads.AssertConsistent(text.TrimStart('\uFEFF'), diagnostic);
    }

    [Fact]
    public void No_yaml_1_1_surprises()
    {
        var labels = Reads.Good(Reads.Body.Replace("ones", "{ constant: { value: \"1\" } }")
            + "matrix: { seed: { no: 1, on: 2, 0o17: 3, 1_000: 4 } }\nseed: $seed\n").Variants.Select(variant => variant.Label);

        Assert.Equal(["no", "on", "0o17", "1_000"], labels);
    }
}
