using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>Every number of an initialiser can be set, under a name that says whose it is.</summary>
public class SettingTests
{
    [Fact]
    public void What_is_alike_in_layers_of_one_name_stands_once() => Assert.Equal(
        [
            "a = 2", "input.mean = 0", "input.std = 1 (0)",
            "hidden.init.mean = 0", "hidden.init.std = a / fan_in (0)", "hidden.bias.value = 0.1",
            "out.init.gain = 1 (0)",
        ],
        Names("""
            parameters: { a: 2 }
            input: { batch: 10, features: 4 }
            layers:
              - { dense: 3, name: hidden, init: { normal: { std: a / fan_in } }, bias: { constant: { value: 0.1 } } }
              - { dense: 5, name: hidden, repeat: 2, init: { normal: { std: "a / fan_in" } }, bias: { constant: { value: 0.1 } } }
              - { dense: 2, name: out, init: kaiming_uniform, bias: zeros }
            """));

    [Fact]
    public void What_differs_stands_layer_by_layer() => Assert.Equal(
        [
            "input.min = -2", "input.max = 1",
            "hidden1.init.gain = 1 (0)", "hidden2.init.mean = 0",
            "hidden2.init.std = 1 (0)", "hidden3.init.mean = 0", "hidden3.init.std = 1 (0)",
        ],
        Names("""
            input: { batch: 10, features: 4, distribution: { uniform: { min: -2 } } }
            layers:
              - { dense: 3, name: hidden, init: he_normal }
              - { dense: 3, name: hidden, init: normal, repeat: 2 }
            """));

    [Fact]
    public void Of_a_type_of_the_users_own_what_the_file_gives_can_be_set() => Assert.Equal(
        ["input.radius = 2", "hidden.init.gain = 1 / depth", "hidden.init.Rows_2 = 3", "hidden.bias.value = 0.5"],
        Names("""
            input: { batch: 10, features: 4, distribution: { MyLab.Ring: { radius: 2 } } }
            layers:
              - { dense: 3, name: hidden, repeat: 2, init: { MyLab.Orthonormal: { gain: 1 / depth, Rows_2: 3 } }, bias: { global::Offset: { value: 0.5 } } }
              - { dense: 2, name: out, init: MyLab.Orthonormal }
            """));

    [Fact]
    public void The_formulas_hold_the_numbers_full_names()
    {
        var layer = Reads.Good(
            "input: { batch: 10, features: 4 }\nlayers: [{ dense: 3, name: h, repeat: 2, init: { he_uniform: { gain: 5 / 3 } } }]\n")
            .Variants[0].DenseLayers[1];

        var settings = layer.Weights.Arguments.Select(argument => Setting(argument.Value.Tree)).ToList();
        Assert.Equal("h2.init.gain", settings[0].Name);
        Assert.Equal(settings[0], settings[1]);
        Assert.Equal(new BinaryNode('/', new NumberNode(5, "5"), new NumberNode(3, "3")), settings[0].Default);
    }

    [Fact]
    public void Ranges_are_checked_before_anything_is_set() =>
        Reads.Bad("input: { batch: 10, features: 4, distribution: { normal: { std: [|-1|] } } }\nlayers: [{ dense: 3, init: ones }]\n",
            "FAN0022");

    private static SettingNode Setting(FormulaNode node) => node switch
    {
        SettingNode setting => setting,
        NegateNode negate => Setting(negate.Operand),
        BinaryNode binary => Setting(binary.Left),
        _ => throw new ArgumentException(node.ToString()),
    };

    private static IEnumerable<string> Names(string yaml) => Reads.Good(yaml).Variants[0].Settings.Select(setting =>
        $"{setting.Owner}{(setting.Owner.Length > 0 ? "." : "")}{setting.Number} = {setting.Default}"
        + (double.IsNegativeInfinity(setting.Minimum) ? "" : $" ({setting.Minimum})"));
}
