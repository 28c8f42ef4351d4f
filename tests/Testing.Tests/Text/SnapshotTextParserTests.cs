using FanIn.Runtime.Results;
using FanIn.Testing.Tests.Support;
using FanIn.Testing.Text;

namespace FanIn.Testing.Tests.Text;

public sealed class SnapshotTextParserTests
{
    [Theory]
    [MemberData(nameof(SnapshotTextTests.Results), MemberType = typeof(SnapshotTextTests), DisableDiscoveryEnumeration = true)]
    public void What_is_written_is_read_back_and_written_alike(string name, ExperimentResult result)
    {
        var text = SnapshotText.Write(result);

        Assert.NotEmpty(name);
        Assert.Equal(text, SnapshotText.Write(Parse(text)));
    }

    [Fact]
    public void The_document_holds_what_the_result_held()
    {
        var document = Parse(SnapshotText.Write(Samples.Variant));

        Assert.Equal("demo/tanh-xavier", document.Experiment);
        Assert.Contains(new SnapshotField("widths", "2 3 3"), document.Header);
        Assert.Equal(["hidden1", "hidden2"], document.Layers.Select(layer => layer.Name));
        Assert.Equal(["activations", "preactivations", "weights"], document.Layers[1].Tensors.Select(tensor => tensor.Name));

        var activations = document.Layers[0].Tensors[0];
        Assert.Contains(new SnapshotField("mean", "0.123456789"), activations.Statistics);
        Assert.Contains(new SnapshotField("skew", "NaN"), activations.Statistics);
        Assert.Equal("0", activations.Histogram.Low);
        Assert.Equal("1", activations.Histogram.High);
        Assert.Equal(new SnapshotBin("0.500", "0.750", 8), activations.Histogram.Bins[2]);
        Assert.Equal(
            ["below", "above", "nan", "neg_inf", "pos_inf", "zeros"],
            activations.Histogram.Outside.Select(outside => outside.Name));
    }

    [Fact]
    public void Every_counter_is_read()
    {
        var histogram = Parse(SnapshotText.Write(Samples.Chapter)).Layers[0].Tensors[0].Histogram;

        Assert.Equal([49_876, 1, 2, 0, 0, 17], histogram.Outside.Select(outside => outside.Count));
        Assert.Equal(30, histogram.Bins.Length);
    }

    [Fact]
    public void A_header_of_several_lines_is_one_field()
    {
        var document = Parse(SnapshotText.Write(SnapshotTextTests.Deep(64)));

        Assert.Equal(string.Join(' ', Enumerable.Repeat("1000", 65)), document.Header.Single(header => header.Name == "widths").Value);
    }

    [Fact]
    public void Windows_line_ends_and_a_last_newline_make_no_difference()
    {
        var text = SnapshotText.Write(Samples.Variant);

        Assert.Equal(text, SnapshotText.Write(Parse(text.Replace("\n", "\r\n") + "\r\n")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("format      fanin/snapshot/2")]
    [InlineData("some other text")]
    [InlineData("format fanin/snapshot/1\n\nhidden1 activations\n")]
    [InlineData("format fanin/snapshot/1\n\nhidden1\n\nhidden1 activations\n\n  2 bins over [0, 1], one block is 1\n  [0, 1]  1")]
    [InlineData("format fanin/snapshot/1\n\nh\n\nh activations\n\n  1 bins over [0, 1], one block is 1\n  [0, 1]  99999999999999999999")]
    [InlineData("format fanin/snapshot/1\n\nhidden1\n\nhidden1 activations\n\n  0 bins over [0, 1], one block is 1\n  below  1")]
    public void Another_text_is_no_snapshot(string text) => Assert.False(SnapshotText.TryParse(text, out _));

    [Fact]
    public void No_damage_makes_the_parser_throw()
    {
        var text = SnapshotText.Write(Samples.Variant);
        int refused = 0;
        for (int at = 0; at < text.Length; at++)
        {
            refused += SnapshotText.TryParse(text[..at], out _) ? 0 : 1;
            refused += SnapshotText.TryParse(text.Remove(at, 1), out _) ? 0 : 1;
            refused += SnapshotText.TryParse(text.Insert(at, "\n["), out _) ? 0 : 1;
        }

        Assert.True(refused > text.Length);
    }

    private static SnapshotDocument Parse(string text)
    {
        Assert.True(SnapshotText.TryParse(text, out var document));
        return document;
    }
}
