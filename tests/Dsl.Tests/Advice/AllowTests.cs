using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Tests.Advice;

/// <summary>What <c>allow</c> keeps away, and what is wrong with one that keeps nothing away.</summary>
public class AllowTests
{
    private static readonly string Vanishing = Advices.Network("tanh", "{ normal: { std: 0.01 } }");

    public static TheoryData<string, string> Each => new()
    {
        { "vanishing_signal", Vanishing },
        { "exploding_signal", Advices.Network("relu", "{ normal: { std: 1 } }") },
        { "saturation", Advices.Network("sigmoid", "{ normal: { std: 1 } }") },
        { "vanishing_gradient", Vanishing },
        { "exploding_gradient", Advices.Network("relu", "{ normal: { std: 1 } }") },
        { "indistinguishable_inputs", Advices.Network("sigmoid", "he_normal") },
        { "chaotic", Advices.Network("tanh", "he_normal", depth: 60) },
        { "dead_units", Advices.Network("relu", "he_normal", depth: 60) },
        { "symmetric_units", Advices.Network("relu", "ones") },
    };

    [Theory]
    [MemberData(nameof(Each))]
    public void Each_word_keeps_its_warning_away_and_no_other(string word, string yaml)
    {
        var entry = Lexicon.Findings.Find(word)!;
        var before = Advices.Of(yaml).Select(diagnostic => diagnostic.Id).ToList();
        Assert.Contains(entry.Rule.Id, before);
        foreach (string id in new[] { word, entry.Rule.Id })
            Assert.Equal(before.Where(other => other != entry.Rule.Id), Advices.Of($"{yaml}allow: [{{ id: {id} }}]\n")
                .Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void Every_word_is_tried() => Assert.Equal(Lexicon.Findings.Names.Order(), Each.Select(row => (string)row[0]).Order());

    [Fact]
    public void An_allowance_is_for_the_variants_that_it_selects()
    {
        var diagnostics = Advices.Of(
            Advices.Chapter + "allow: [{ id: vanishing_gradient, for: \"SIGMOID-*\" }, { id: vanishing_gradient, for: relu-std0.01 }]\n");
        string message = diagnostics.Single(diagnostic => diagnostic.Id == "FAN1004").Message;
        Assert.Contains("in tanh-std0.01. ", message);
        Assert.EndsWith("Meant? Write allow: [{ id: vanishing_gradient, for: \"tanh-std0.01\" }].", message, StringComparison.Ordinal);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "FAN0038");
    }

    [Fact]
    public void One_that_never_applies_is_reported_where_it_stands()
    {
        string yaml =
            Advices.Chapter + "allow:\n  - { id: vanishing_gradient }\n  - { id: dead_units }\n  - { id: FAN1003, for: \"*-he\" }\n";
        var unused = Advices.Of(yaml).Where(diagnostic => diagnostic.Id == "FAN0038").Select(diagnostic => diagnostic.ToString());
        Assert.Equal(
            [
                "test.yaml(14,5): warning FAN0038: Theory finds no dead_units (FAN1008) here: leave the entry out.",
                "test.yaml(15,5): warning FAN0038: Theory finds no saturation (FAN1003) here: leave the entry out.",
            ],
            unused);
    }

    [Theory]
    [InlineData(
        "[{ id: [|saturatoin|] }]", "FAN0017 There is no warning 'saturatoin'. Did you mean 'saturation'? There are: vanishing_signal")]
    [InlineData("[{ id: [|fan1003|] }]", "FAN0017 There is no warning 'fan1003'. Did you mean 'FAN1003'?")]
    [InlineData("[[|{ for: \"*\" }|]]", "FAN0015")]
    [InlineData("[{ id: saturation, [|fro|]: \"*\" }]", "FAN0014")]
    [InlineData("[{ id: [|[saturation]|] }]", "FAN0016")]
    [InlineData("[|saturation|]", "FAN0016")]
    [InlineData("[[|saturation|]]", "FAN0016")]
    [InlineData("[{ id: saturation, for: [|tanh|] }]", "FAN0035 No variant is named 'tanh'. The experiment has no matrix.")]
    public void What_is_wrong_with_one_is_located(string allow, string expected) => Reads.Bad($"{Vanishing}allow: {allow}\n", expected);

    [Fact]
    public void There_are_only_so_many() => Reads.Bad(
        $"{Vanishing}allow: [|[{string.Join(", ", Enumerable.Repeat("{ id: vanishing_signal }", 257))}]|]\n",
        "FAN0011 allow has 257 entries; at most 256 are allowed.");
}
