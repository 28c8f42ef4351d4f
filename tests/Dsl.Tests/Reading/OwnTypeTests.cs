using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>C# types of the user's own, named in the file.</summary>
public class OwnTypeTests
{
    private const string File = """
        input: { batch: 10, features: 4, distribution: MyLab.Ring }
        layers:
          - dense: 3
            init: { MyLab.Inner.Orthonormal: { gain: 2 * fan_in, Rows_2: 1 } }
            bias: global::Offset
            activation: { MyLab.Snake: {} }
        """;

    [Fact]
    public void A_name_with_a_dot_or_global_is_a_type()
    {
        var variant = Reads.Good(File).Variants[0];
        var layer = variant.DenseLayers.First();

        Assert.Equal(
            ["MyLab.Ring", "MyLab.Inner.Orthonormal", "global::Offset", "MyLab.Snake"],
            [variant.Input.Distribution!.Name, layer.Weights.Name, layer.Bias!.Name, layer.Activation.RuntimeType]);
        Assert.Equal([("gain", 8), ("Rows_2", 1)], layer.Weights.Arguments.Select(argument => (argument.Name, argument.Value.Value)));
        Assert.Equal("MyLab.Inner.Orthonormal { gain: 2 * fan_in, Rows_2: 1 }", layer.Weights.Written);
        Assert.Equal((new TextPosition(5, 18), new TextPosition(5, 29)), (layer.Activation.Own!.From, layer.Activation.Own.To));
    }

    [Fact]
    public void Their_places_are_in_the_model_and_nothing_elses() =>
        Assert.NotEqual(Reads.Good(File), Reads.Good("# a line\n" + File));

    [Theory]
    [InlineData("[|tanhh|]", "FAN0017 Did you mean 'tanh'?")]
    [InlineData("[|Snake|]", "FAN0017 There is no activation 'Snake'")]
    [InlineData("[|MyLab..Snake|]", "FAN0017")]
    [InlineData("[|MyLab.2Snake|]", "FAN0017")]
    [InlineData("[|MyLab.Sn ake|]", "FAN0017")]
    [InlineData("{ MyLab.Snake: { [|a-b|]: 1 } }", "FAN0029 can't be a parameter of MyLab.Snake's constructor")]
    [InlineData("{ MyLab.Snake: { a: [|foo|] } }", "FAN0020 'foo'")]
    [InlineData("{ MyLab.Snake: [|2|] }", "FAN0016 a mapping from its numbers' names")]
    public void What_is_no_type_is_refused(string activation, string expected) => Reads.Bad(
        $"input: {{ batch: 10, features: 4 }}\nlayers:\n  - dense: 3\n    init: ones\n    activation: {activation}\n", expected);
}
