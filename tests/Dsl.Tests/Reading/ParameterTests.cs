using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>Numbers that are known when the experiment runs.</summary>
public class ParameterTests
{
    private const string Uses =
        "input: { batch: 10, features: 4 }\nlayers:\n  - { dense: 3, init: { normal: { std: a / sqrt(fan_in) } } }\n";

    [Fact]
    public void A_parameter_has_a_default_a_range_and_a_property()
    {
        var variant = Reads.Good("""
            parameters:
              sigma_w: 3 / 2
              sigma_b: { default: sigma_w * scale, min: -pi, max: 2 * scale }
            matrix: { scale: [2, 4] }
            input: { batch: 10, features: 4, distribution: { normal: { std: sigma_w } } }
            layers:
              - { dense: 3, init: { normal: { std: sigma_w / sqrt(fan_in) } }, bias: { constant: { value: -sigma_b } } }
            """).Variants[1];

        Assert.Equal(
            ["sigma_w/SigmaW", "sigma_b/SigmaB"], variant.Parameters.Select(parameter => $"{parameter.Name}/{parameter.PropertyName}"));
        Assert.Equal([1.5, 6], variant.Parameters.Select(parameter => parameter.Default.Value));
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (variant.Parameters[0].Minimum, variant.Parameters[0].Maximum));
        Assert.Equal((-Math.PI, 8), (variant.Parameters[1].Minimum, variant.Parameters[1].Maximum));
        var std = variant.DenseLayers[0].Weights.Arguments[1].Value;
        Assert.Equal(("sigma_w / sqrt(4)", 0.75), (FormulaPrinter.Print(std.Tree), std.Value));
        Assert.Equal(new ParameterNode("sigma_b", "SigmaB"),
            ((NegateNode)((SettingNode)variant.DenseLayers[0].Bias!.Arguments[0].Value.Tree).Default).Operand);
    }

    [Fact]
    public void A_default_may_stand_in_the_matrix()
    {
        var experiment = Reads.Good("parameters: { a: $start }\nmatrix: { start: [1, 2] }\n" + Uses);

        Assert.Equal([1.0, 2.0], experiment.Variants.Select(variant => variant.Parameters[0].Default.Value));
    }

    [Theory]
    [InlineData("{ a: 1, [|fan_in|]: 1 }", "FAN0029 formulas know it as something else")]
    [InlineData("{ a: 1, [|b-c|]: 1 }", "FAN0029 'b-c' can't be a parameter: allowed are letters, digits and '_'")]
    [InlineData("{ a: 1, [|width|]: 1 }", "FAN0030 'width' is an axis of the matrix already.")]
    [InlineData("{ a: [|fast|] }", "FAN0020 'fast' is neither a number nor a name")]
    [InlineData("{ a: [|b|], b: 1 }", "FAN0020 'b' is neither a number")]
    [InlineData("{ a: 1 [|/|] 0 }", "FAN0021 divides by zero")]
    [InlineData("{ a: [|{ min: 1 }|] }", "FAN0015 A parameter needs the key 'default'")]
    [InlineData("{ a: { default: 1, [|minimum|]: 0 } }", "FAN0014 Keys: default, min, max.")]
    [InlineData("{ a: { default: [|-1|], min: 0 } }", "FAN0022 The default of a must be at least 0; found -1.")]
    [InlineData("{ a: { default: [|5|], min: 0, max: 4 } }", "FAN0022 The default of a must be at most 4; found 5.")]
    [InlineData("{ a: [|{ default: 1, min: 2, max: 1 }|] }", "FAN0024 min must not be above max; found min = 2, max = 1.")]
    [InlineData("{ a: 1, b: { default: 1, max: [|a|] } }", "FAN0020")]
    [InlineData("{ a: 1, [|draw|]: 1 }", "FAN0031 the C# property Draw, which is a member that every experiment has")]
    [InlineData("{ a: 1, [|layer_|]: 1 }", "FAN0031 the C# property Layer, which is that of a layer.")]
    [InlineData("{ a: 1, [|a_|]: 1 }", "FAN0031 the C# property A, which is that of the parameter 'a'.")]
    [InlineData("{ a: 1, [|test|]: 1 }", "FAN0031 the C# property Test, which is the name of the class around it")]
    public void What_is_wrong_with_a_parameter_is_located(string parameters, string expected)
    {
        string matrix = parameters.Contains("width", StringComparison.Ordinal) ? "matrix: { width: [1] }\n" : "";
        Reads.Bad(matrix + "parameters: " + parameters + "\n" + Uses, expected);
    }

    [Fact]
    public void Parameters_are_a_mapping() =>
        Reads.Bad(Reads.Body + "parameters: [|[1]|]\n", "FAN0016 parameters must be a mapping from names to numbers");

    [Theory]
    [InlineData("input: { batch: [|a|], features: 4 }\nlayers: [{ dense: 3, init: ones }]")]
    [InlineData("input: { batch: 4, features: 2 * [|a|] }\nlayers: [{ dense: 3, init: ones }]")]
    [InlineData("input: { batch: 4, features: 4 }\nlayers: [{ dense: sqrt([|a|]), init: ones }]")]
    [InlineData("input: { batch: 4, features: 4 }\nlayers: [{ dense: 3, repeat: [|a|], init: ones }]")]
    [InlineData("input: { batch: 4, features: 4 }\nlayers: [{ dense: 3, init: ones }]\nhistogram: { bins: [|a|] }")]
    [InlineData("input: { batch: 4, features: 4 }\nlayers: [{ dense: 3, init: ones }]\nhistogram: { range: [0, [|a|]] }")]
    [InlineData("input: { batch: 4, features: 4 }\nlayers: [{ dense: 3, init: ones }]\nexpect: [{ std: { min: [|a|] } }]")]
    [InlineData("input: { batch: 4, features: 4 }\nlayers: [{ dense: 3, init: ones }]\nfigure: [{ xlim: [0, [|a|]] }]")]
    public void Where_the_network_is_built_a_parameter_has_no_value(string yaml) =>
        Reads.Bad("parameters: { a: 1 }\n" + yaml + "\n", "FAN0018 The parameter 'a' has no value yet where the network is built");

    [Fact]
    public void It_says_what_serves_instead() =>
        Reads.Bad(
            "parameters: { a: 1 }\n" + Uses.Replace("dense: 3", "dense: [|a|]"), "FAN0018 Make it an axis of the matrix to use it here.");

    [Fact]
    public void A_parameter_is_no_axis() =>
        Reads.Bad("parameters: { a: 1 }\n"
            + Uses.Replace("a / sqrt(fan_in)", "[|$a|]"), "FAN0027 'a' is a parameter and no axis of the matrix: write it without $");

    [Fact]
    public void One_error_in_a_default_makes_no_others() =>
        Reads.Bad("parameters: { a: [|$b|], c: a + 1 }\n" + Uses.Replace("a /", "(a + c) /"), "FAN0027");

    [Fact]
    public void Sixty_five_are_too_many() =>
        Reads.Bad(
            $"parameters: [|{{ {string.Join(", ", Enumerable.Range(0, 65).Select(i => $"a{i}: 1"))} }}|]\n" + Uses.Replace("a /", "a0 /"),
            "FAN0011 65 parameters; at most 64");

    [Fact]
    public void A_parameter_that_no_formula_uses_is_a_warning()
    {
        var warning = Assert.Single(Reads.Read("parameters: { a: 1, b: 2 }\n" + Uses).Diagnostics);

        Assert.Equal("test.yaml(1,21): warning FAN0034: No formula uses the parameter 'b'.", warning.ToString());
        Assert.Equal(Severity.Warning, warning.Severity);
    }

    [Fact]
    public void A_broken_file_keeps_its_parameters() =>
        Assert.Equal(["A"], Reads.Read("parameters: { a: 1 }\nrng: philx\n" + Uses).Outline!.Variants[0].Parameters);
}
