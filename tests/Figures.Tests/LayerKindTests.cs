using FanIn.Runtime.Definitions;

namespace FanIn.Figures.Tests;

/// <summary>Layers without weights have panels like any other, and the subtitle names their kinds.</summary>
public sealed class LayerKindTests
{
    [Fact]
    public void Other_kinds_are_named_once_and_dense_layers_alone_have_weights()
    {
        LayerDefinition norm = new("norm", "norm/1", 100, "layer_norm", "layer_norm { epsilon: 1e-6 }");
        LayerDefinition squash = new("squash", "squash/1", 100, "activation", "tanh");

        var drawing = Draw([.. Sample.Definition("kinds", layers: 1).Layers, norm, squash, norm with { Name = "norm2" }]);

        Assert.Contains("1 dense layer of 100 units · relu / tanh · weights he_normal · layer_norm { epsilon: 1e-6 } ·",
            drawing.Texts[1], StringComparison.Ordinal);
        Assert.Equal(4, drawing.Panels.Count);
        Assert.Contains("norm2", drawing.NotesOf(drawing.Panels[3]));
    }

    [Fact]
    public void A_network_without_weights_says_nothing_of_them()
    {
        var drawing = Draw([new("norm", "norm/1", 100, "rms_norm", "rms_norm")]);

        Assert.Contains("1 layer of 100 units · rms_norm · philox", drawing.Texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Many_different_ones_are_named_without_their_numbers()
    {
        var norms =
            Enumerable.Range(1, 4).Select(i => new LayerDefinition($"n{i}", $"n/{i}", 100, "layer_norm", $"layer_norm {{ epsilon: {i} }}"));

        Assert.Contains("units · layer_norm · philox", Draw([.. norms]).Texts[1], StringComparison.Ordinal);
    }

    private static SvgDrawing Draw(IReadOnlyList<LayerDefinition> layers)
    {
        var result = Sample.Result(
            [.. layers.Select(
                (layer, i) => Sample.Layer(i + 1, Sample.Tensor(1, 2, 3)) with { Name = layer.Name, Kind = layer.Kind, SigmaW2 = null })]);
        return SvgDrawing.Of(result with { Definition = result.Definition with { Layers = layers } });
    }
}
