using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>zip, exclude and include.</summary>
public class CombinationTests
{
    private const string Body = "input: { batch: 10, features: $w }\nlayers:\n  - { dense: w, init: $init, activation: $act, repeat: 2 }\n";

    [Fact]
    public void Zipped_axes_are_one_factor_at_their_place() => Assert.Equal(
        ["2-tanh-x", "2-relu-he_normal", "3-tanh-x", "3-relu-he_normal"],
        Labels("""
            matrix:
              w: [2, 3]
              zip:
                act: [tanh, relu]
                init: { x: { normal: { std: 1 / w } }, he_normal: he_normal }

            """));

    [Fact]
    public void Exclude_takes_every_combination_that_has_its_labels() => Assert.Equal(
        ["2-tanh-ones", "3-relu-ones"],
        Labels("""
            matrix:
              w: [2, 3]
              act: [tanh, relu]
              init: [ones, zeros]
              exclude:
                - { init: zeros }
                - { w: 2, act: relu }
                - { w: 3, act: tanh, init: ones }

            """));

    [Fact]
    public void Include_adds_variants_after_the_product_with_labels_or_values_of_their_own()
    {
        var experiment = Reads.Good(Body + """
            matrix:
              init: { he: { he_normal: { gain: 2 } }, one: ones }
              zip: { w: [2], act: [tanh] }
              exclude: [{ init: one }]
              include:
                wide: { w: 2 * 50, act: relu, init: he }
                own-init: { init: { normal: { std: sqrt(1 / w) } }, w: 2, act: tanh }

            """);

        Assert.Equal(["test/he-2-tanh", "test/wide", "test/own-init"], experiment.Variants.Select(variant => variant.Id));
        Assert.Equal([2, 100, 2], experiment.Variants.Select(variant => variant.DenseLayers[1].FanOut));
        Assert.Equal(["tanh", "relu", "tanh"], experiment.Variants.Select(variant => variant.DenseLayers[0].Activation.Name));
        Assert.Equal("he_normal { gain: 2 }", experiment.Variants[1].DenseLayers[0].Weights.Written);
        Assert.Equal(Math.Sqrt(0.5), experiment.Variants[2].DenseLayers[0].Weights.Arguments[1].Value.Value);
    }

    [Fact]
    public void What_was_left_out_may_be_included_again_and_a_list_joins_its_labels() => Assert.Equal(
        ["2-tanh-ones", "3-tanh-ones", "2-relu-ones", "3-sigmoid-zeros"],
        Labels("""
            matrix:
              w: [2, 3]
              act: [tanh, relu]
              init: [ones]
              exclude: [{ act: relu }]
              include:
                - { w: 2, act: relu, init: ones }
                - { act: sigmoid, w: 3, init: zeros }

            """));

    [Theory]
    [InlineData("zip: [|{}|]", "FAN0016 zip must be a mapping from axes to values that are walked together; found an empty one.")]
    [InlineData("zip: [|[1]|]", "FAN0016 zip must be a mapping")]
    [InlineData("zip: { a: [1, 2], b: [|[1, 2, 3]|] }", "FAN0016 'a' has 2 values and 'b' has 3.")]
    [InlineData("zip: { a: [1, 2], b: [|x|] }", "FAN0016 'b' must be a list of values")]
    [InlineData("zip: { [|w|]: [1] }", "FAN0030 The axis 'w' stands both in zip and beside it.")]
    [InlineData(
        "exclude: [|{ w: 2 }|]", "FAN0016 exclude must be a list of combinations of labels, as in - { init: he }; found a mapping.")]
    [InlineData("exclude: [|[]|]", "FAN0016 found an empty one")]
    [InlineData("exclude: [[|w|]]", "FAN0016 An entry of exclude must be a mapping from axes to labels; found 'w'.")]
    [InlineData("exclude: [[|{}|]]", "FAN0016 found an empty one")]
    [InlineData("exclude: [{ [|width|]: 2 }]", "FAN0014 The matrix has no axis 'width'. Axes: w, act, init.")]
    [InlineData("exclude: [{ act: [|tahn|] }]", "FAN0035 The axis 'act' has no value 'tahn'. Did you mean 'tanh'? There are: tanh, relu.")]
    [InlineData("exclude: [{ act: [|[tanh]|] }]", "FAN0016 exclude names a value of 'act' by its label; found a list.")]
    [InlineData("exclude: [{ act: tanh }, [|{ w: 2, act: tanh }|]]", "FAN0035 This entry of exclude matches no variant")]
    [InlineData("exclude: [|[{ init: ones }]|]", "FAN0035 exclude leaves no variant.")]
    [InlineData("include: [|x|]", "FAN0016 include must be a list of combinations, or a mapping from labels to them; found 'x'.")]
    [InlineData("include: [[|{ w: 2, act: tanh }|]]", "FAN0015 it needs a value for each axis. Missing: init.")]
    [InlineData("include: [{ w: 2, act: tanh, init: ones, [|b|]: 1 }]", "FAN0014 The matrix has no axis 'b'.")]
    [InlineData("include: [[|{ w: 2, act: tanh, init: ones }|]]", "FAN0030 There is a variant '2-tanh-ones' already.")]
    [InlineData("include: { [|3-tanh-ones|]: { w: 7, act: tanh, init: ones } }", "FAN0030 There is a variant '3-tanh-ones' already.")]
    [InlineData("include: { [|a b|]: { w: 7, act: tanh, init: ones } }", "FAN0029 'a b' can't be a label")]
    [InlineData("include: [{ w: 2, act: tanh, init: [|{ normal: { std: 1 } }|] }]",
        "FAN0033 write include as a mapping of label: combination; found a mapping.")]
    [InlineData("include: { [|2-tanh_ones|]: { w: 7, act: tanh, init: ones } }",
        "FAN0031 would become the C# class _2TanhOnes, which is that of the variant '2-tanh-ones'")]
    public void What_is_wrong_is_located(string more, string expected) =>
        Reads.Bad(Body + "matrix:\n  w: [2, 3]\n  act: [tanh, relu]\n  init: [ones]\n  " + more + "\n", expected);

    [Fact]
    public void A_value_of_include_is_read_where_it_is_used() =>
        Reads.Bad(
            Body + "matrix:\n  w: [2]\n  act: [tanh]\n  init: [ones]\n  include: { x: { w: 2, act: [|tahn|], init: ones } }\n",
            "FAN0017 Did you mean 'tanh'?");

    [Fact]
    public void The_limit_counts_what_is_left()
    {
        string axes = $"  w: [{Numbers(17)}]\n  act: [tanh]\n  init: [ones]\n  seed: [{Numbers(16)}]\n";
        string file = Body + "seed: $seed\n";

        Assert.Equal(256, Reads.Good(file + "matrix:\n" + axes + "  exclude: [{ w: 17 }]\n").Variants.Count);
        var diagnostic = Assert.Single(Reads.Read(file + "matrix:\n" + axes).Diagnostics);
        Assert.Equal(("FAN0011", "The matrix has 272 variants; at most 256 are allowed."), (diagnostic.Id, diagnostic.Message));
    }

    [Fact]
    public void A_matrix_of_includes_alone_is_a_zip() =>
        Reads.Bad(Reads.Body + "matrix: [|{ include: [{ w: 2 }] }|]\n", "FAN0016 no axis in it. A list of whole combinations is zip.");

    private static string Numbers(int count) => string.Join(", ", Enumerable.Range(1, count));

    private static IEnumerable<string> Labels(string matrix) => Reads.Good(Body + matrix).Variants.Select(variant => variant.Label);
}
