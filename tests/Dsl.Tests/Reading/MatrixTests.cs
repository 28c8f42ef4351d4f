using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>Axes, labels, references.</summary>
public class MatrixTests
{
    [Fact]
    public void Numbers_are_names_in_formulas_and_references_stand_for_whole_values()
    {
        var experiment = Reads.Good("""
            matrix:
              width: [64, 1e2]
              scale: { small: sqrt(2) / 100, he: sqrt(2 / fan_in) }
            input: { batch: 2 * width, features: $width }
            layers:
              - { dense: width / 2, init: { normal: { std: $scale } } }
            """);

        Assert.Equal(["test/64-small", "test/64-he", "test/1e2-small", "test/1e2-he"], experiment.Variants.Select(variant => variant.Id));
        Assert.Equal(["_64Small", "_64He", "_1e2Small", "_1e2He"], experiment.Variants.Select(variant => variant.ClassName));
        Assert.Equal([128, 128, 200, 200], experiment.Variants.Select(variant => variant.Input.Batch));
        Assert.Equal([32, 32, 50, 50], experiment.Variants.Select(variant => variant.DenseLayers[0].FanOut));
        Assert.Equal(Math.Sqrt(2) / 100, experiment.Variants[0].DenseLayers[0].Weights.Arguments[1].Value.Value);
        Assert.Equal(Math.Sqrt(2.0 / 64), experiment.Variants[1].DenseLayers[0].Weights.Arguments[1].Value.Value);
        Assert.Equal("normal { std: sqrt(2 / fan_in) }", experiment.Variants[3].DenseLayers[0].Weights.Written);
    }

    [Fact]
    public void A_reference_stands_for_any_value_in_block_and_flow()
    {
        var experiment = Reads.Good("""
            seed: $seed
            dtype: $dtype
            rng: $rng
            keep: $keep
            matrix:
              seed: [1, 2]
              dtype: [float32]
              rng: [numpy-legacy]
              keep: [last]
              net:
                one: [{ dense: 2, init: ones, activation: $act }]
                two: [{ dense: 2, init: ones }, { dense: 3, init: $init }]
              act: [tanh]
              init: [zeros]
            input: { batch: 10, features: 4 }
            layers: $net
            """);

        Assert.Equal(["1", "1", "2", "2"], experiment.Variants.Select(variant => variant.Seed.ToString()));
        Assert.Equal([1, 2, 1, 2], experiment.Variants.Select(variant => variant.DenseLayers.Count));
        Assert.All(experiment.Variants, variant =>
            Assert.Equal(("float32", "numpy-legacy", false), (variant.Dtype, variant.Stream, variant.KeepAll)));
        Assert.Equal("Tanh", experiment.Variants[0].DenseLayers[0].Activation.RuntimeType);
    }

    [Theory]
    [InlineData("matrix: [|[1, 2]|]", "FAN0016 must be a mapping")]
    [InlineData("matrix: [|{}|]", "FAN0016 an empty one")]
    [InlineData("matrix: { a: [|x|] }", "FAN0016 'a' must be a list of values")]
    [InlineData("matrix: { a: [|[]|] }", "FAN0016 an empty one")]
    [InlineData("matrix: { a: [x, [|{ normal: { std: 1 } }|]] }", "FAN0033 the first a letter or digit; found a mapping.")]
    [InlineData("matrix: { a: [x, [|sqrt(2)|]] }", "FAN0033 the first a letter or digit; found 'sqrt(2)'.")]
    [InlineData("matrix: { a: [x, [|-1|]] }", "FAN0033 the first a letter or digit; found '-1'.")]
    [InlineData("matrix: { a: [x, y, [|x|]] }", "FAN0030 'x' stands twice in the axis 'a'")]
    [InlineData("matrix: { a: { [|x y|]: 1 } }", "FAN0029 'x y' can't be a label")]
    [InlineData("matrix: { a: { x: [||]} }", "FAN0016 'x' has no value")]
    [InlineData("matrix: { [|fan_in|]: [1] }", "FAN0029 formulas know it as something else")]
    [InlineData("matrix: { [|sqrt|]: [1] }", "FAN0029 formulas know it as something else")]
    [InlineData("matrix: { [|a-b|]: [1] }", "FAN0029 letters, digits and '_'")]
    [InlineData("matrix: { a: [x], b: [y] }\nrng: [|$c|]", "FAN0027 The matrix has no axis 'c'. Did you mean 'a'? Axes: a, b.")]
    [InlineData("rng: [|$c|]", "FAN0027 The file has no matrix.")]
    [InlineData("matrix: { a: [philox] }\nrng: [|${a}|]", "FAN0026 write $a for")]
    [InlineData("matrix: { a: { x: $b }, b: { y: $a } }\nrng: [|$a|]", "FAN0027 refers to itself")]
    public void What_is_wrong_with_a_matrix_is_located(string markup, string expected) => Reads.Bad(Reads.Body + markup + "\n", expected);

    [Fact]
    public void A_broken_matrix_hides_no_other_error_and_makes_none() =>
        Reads.Bad(
            "matrix: { init: [ones, [|sqrt(2)|]], width: [3] }\ninput: { batch: $width, features: "
            + "[|$nothing|] }\nlayers:\n  - { dense: 2 * width, init: $init, activation: [|tahn|] }\n",
            "FAN0033",
            "FAN0027",
            "FAN0017 Did you mean 'tanh'?");

    [Fact]
    public void Two_variants_with_one_class_are_an_error() =>
        Reads.Bad(
            Reads.Body + "matrix: { a: [x-y, x], b: { z: 1, [|y-z|]: 2 } }\nseed: $b\n",
            "FAN0031 The variant 'x-y-z' would become the C# class XYZ, which is that of the variant 'x-y-z'");

    [Theory]
    [InlineData("run", "Run, which is a member that every experiment has")]
    [InlineData("test", "Test, which is the name of the class around it")]
    [InlineData("to-string", "ToString, which is a member")]
    public void A_label_that_csharp_has_already_is_an_error(string label, string expected) =>
        Reads.Bad(Reads.Body + $"matrix: {{ a: [[|{label}|]] }}\n", $"FAN0031 The variant '{label}' would become the C# class {expected}");

    [Fact]
    public void An_axis_that_nothing_uses_is_a_warning_and_the_experiment_is_read()
    {
        var result = Reads.Read(Reads.Body.Replace("ones", "he_normal") + "matrix: { unused: [x, y] }\n");

        var warning = Assert.Single(result.Diagnostics);
        Assert.Equal(("FAN0034", FanIn.Dsl.Diagnostics.Severity.Warning), (warning.Id, warning.Severity));
        Assert.Equal(
            "test.yaml(4,11): warning FAN0034: Nothing uses the axis 'unused': write $unused where its value belongs.", warning.ToString());
        Assert.Equal(2, result.Experiment!.Variants.Count);
    }
}
