using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>An activation that the file gives as a formula.</summary>
public class ActivationFormulaTests
{
    [Fact]
    public void A_formula_is_read_with_what_it_does_not_compute_from_x()
    {
        var activation = Only("formula: x * sigmoid(slope * x) + sqrt(fan_in) * 2 / 4", "matrix: { slope: [1.5] }");

        Assert.Equal(("formula", "Activation_Sigmoid"), (activation.Name, activation.RuntimeType));
        Assert.Equal("x * sigmoid(slope * x) + sqrt(fan_in) * 2 / 4, slope = 1.5", activation.Written);
        Assert.Equal("x * sigmoid(slope * x) + c1", FormulaPrinter.Print(activation.Formula!));
        Assert.Equal([("slope", 1.5), ("c1", 1)], activation.Arguments.Select(field => (field.Name, field.Value.Value)));
    }

    [Theory]
    [InlineData("x^2", "x^2", 0)]
    [InlineData("x^(1 / 2)", "x^0.5", 0)]
    [InlineData("x^fan_in", "x^4", 0)]
    [InlineData("pow(x, fan_in + 1)", "x^5", 0)]
    [InlineData("x^exp(1)", "x^c1", 1)]
    [InlineData("2 * pi * x", "2 * 3.141592653589793 * x", 0)]
    [InlineData("max(x, 1 / 3)", "max(x, 1 / 3)", 0)]
    [InlineData("fan_in * x + fan_in", "fan_in * x + fan_in", 1)]
    [InlineData("where(fan_in > 3, x, -x)", "where(fan_in > 3, x, -x)", 1)]
    public void Decimals_and_exponents_stay_in_the_formula(string formula, string bound, int fields)
    {
        var activation = Only($"formula: \"{formula}\"");

        Assert.Equal(bound, FormulaPrinter.Print(activation.Formula!));
        Assert.Equal(fields, activation.Arguments.Count);
    }

    [Fact]
    public void Each_formula_of_a_file_has_one_type_named_after_label_or_functions()
    {
        var experiment = Reads.Good("""
            input: { batch: 10, features: 4 }
            layers:
              - { dense: 3, name: a, init: ones, repeat: 2, activation: $activation }
              - { dense: 3, name: b, init: ones, activation: { formula: "max(x, fan_out)" } }
              - { dense: 7, name: c, init: ones, activation: { formula: "max( x,fan_out )" } }
              - { dense: 7, name: d, init: ones, activation: { formula: x^3 } }
            matrix: { activation: { a-b.c: { formula: "max(x, 2)" }, same: { formula: "max(x, 2)" }, other: relu } }
            """);

        Assert.Equal(
            ["Activation_ABC", "Activation_ABC", "Activation_Max", "Activation_Max", "Activation_Formula"],
            experiment.Variants[1].DenseLayers.Select(layer => layer.Activation.RuntimeType));
        Assert.Equal("Relu", experiment.Variants[2].DenseLayers.First().Activation.RuntimeType);
    }

    [Theory]
    [InlineData("x * [|sigmod|](x)", "FAN0020 Did you mean 'sigmoid'?")]
    [InlineData("2 * [|y|]", "FAN0020 'y' is neither a number nor a name")]
    [InlineData("x * [|y|]", "FAN0020 'y' is neither a number nor a name")]
    [InlineData("x * [|fan_inn|]", "FAN0020 Did you mean 'fan_in'?")]
    [InlineData("1 [|+|] 1", "FAN0020 must depend on x")]
    [InlineData("x < 0 +[||]", "FAN0019 missing at the end")]
    [InlineData("x [|<|] 0", "FAN0019 A comparison is no number")]
    [InlineData("where(0 < x [|<|] 1, x, 0)", "FAN0019 can't be chained")]
    [InlineData("where([|x|], x, 0)", "FAN0019 first argument must be a comparison")]
    [InlineData("where(x > 0, x [|>|] 1, 0)", "FAN0019 A comparison is no number")]
    [InlineData("2 * (x [|>|] 1)", "FAN0019 A comparison is no number")]
    [InlineData("[|where|](x > 0, x)", "FAN0019 where takes 3 arguments; found 2")]
    [InlineData("where(x [|=|] 0, x, 0)", "FAN0019 written with two signs")]
    [InlineData("where([|!|](x > 0), x, 0)", "FAN0019 There is no '!'")]
    [InlineData("where(x [|<>|] 0, x, 0)", "FAN0019 '!='")]
    [InlineData("where(x [|=<|] 0, x, 0)", "FAN0019 '<='")]
    [InlineData("where(x [|&|] 0, x, 0)", "FAN0019 can't stand in a formula")]
    [InlineData("x [|/|] 0", "FAN0021 divides by zero")]
    [InlineData("x [|/|] (1 - 1)", "FAN0021 divides by zero")]
    [InlineData("x * [|log|](0)", "FAN0021 log(0)")]
    [InlineData("[|tanh|](x, 1)", "FAN0019 tanh takes one argument; found 2")]
    public void Errors_point_into_the_formula(string formula, string expected)
    {
        string before = "input: { batch: 10, features: 4 }\nlayers:\n  - dense: 3\n    init: ones\n    activation:";
        Reads.Bad($"{before}\n      formula: \"{formula}\"\n", expected);
        Reads.Bad($"{before} {{ formula: '{formula}' }}  # 😀\n", expected);
    }

    [Theory]
    [InlineData("[|x * sigmoid(x)|]", "FAN0016 A formula is written { formula:")]
    [InlineData("[|formula|]", "FAN0017 There is no activation 'formula'")]
    [InlineData("[|tanhh|]", "FAN0017 Did you mean 'tanh'?")]
    [InlineData("{ formula: [|[x]|] }", "FAN0016 formula must be a formula over x")]
    [InlineData("[|{ formula: x, kinks: 0 }|]", "FAN0016 a mapping with 2 keys")]
    public void What_is_no_formula_is_refused(string activation, string expected) => Reads.Bad(
        $"input: {{ batch: 10, features: 4 }}\nlayers:\n  - dense: 3\n    init: ones\n    activation: {activation}\n", expected);

    [Fact]
    public void X_is_no_axis_beside_a_formula() => Reads.Bad(
        "input: { batch: 10, features: 4 }\nlayers:\n  - { dense: x, init: "
        + "ones, activation: { formula: 2 * [|x|] } }\nmatrix: { x: [1, 2] }\n",
        "FAN0020 an axis of the matrix as well");

    [Fact]
    public void X_is_unknown_to_a_number() => Reads.Bad(
        "input: { batch: 10, features: 4 }\nlayers:\n  - { dense: 3, init: { constant: { value: 2 * [|x|] } } }\n",
        "FAN0020 in an activation's { formula: … } only");

    [Theory]
    [InlineData("where(fan_in > 3, 1, 1 / (fan_in - 4))", 1)]
    [InlineData("where(fan_in == 3, log(-1), 2)", 2)]
    [InlineData("where(fan_in != 4, 0, sigmoid(0) + tanh(0) + erf(0) + sin(0) + cos(0) + expm1(0) + log1p(0))", 1.5)]
    [InlineData("softplus(0) / log(2)", 1)]
    public void Numbers_have_the_functions_and_conditions_as_well(string formula, double value)
    {
        var experiment = Reads.Good(
            $"input: {{ batch: 10, features: 4 }}\nlayers:\n  - {{ dense: 3, init: {{ constant: {{ value: \"{formula}\" }} }} }}\n");

        Assert.Equal(value, experiment.Variants[0].DenseLayers.First().Weights.Arguments[0].Value.Value, 15);
    }

    [Fact]
    public void The_value_that_a_condition_chooses_must_be_finite() => Reads.Bad(
        "input: { batch: 10, features: 4 }\nlayers:\n  - { dense: 3, init: { "
        + "constant: { value: \"where(fan_in > 4, 1, 1 [|/|] (fan_in - 4))\" } } }\n",
        "FAN0021 divides by zero");

    private static Activation Only(string entry, string more = "") => Reads.Good(
        $"input: {{ batch: 10, features: 4 }}\nlayers:\n  - dense: 3\n    init: ones\n    activation:\n      {entry}\n{more}\n")
        .Variants[0].DenseLayers.First().Activation;
}
