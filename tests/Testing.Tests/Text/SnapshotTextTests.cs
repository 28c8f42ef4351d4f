using FanIn.Runtime.Results;
using FanIn.Testing.Tests.Support;
using FanIn.Testing.Text;

namespace FanIn.Testing.Tests.Text;

public sealed class SnapshotTextTests
{
    [Fact]
    public Task Every_tensor_of_a_result() => Snapshot.Verify(Samples.Variant);

    [Fact]
    public Task A_layer_of_the_chapter() => Snapshot.Verify(Samples.Chapter, id: "");

    public static TheoryData<string, ExperimentResult> Results => new()
    {
        { "variant", Samples.Variant },
        { "plain", Samples.Plain },
        { "chapter", Samples.Chapter },
        { "deep", Deep(64) },
    };

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void A_text_fits_a_terminal_and_survives_every_editor(string name, ExperimentResult result)
    {
        var text = SnapshotText.Write(result);

        Assert.NotEmpty(name);
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\t', text);
        Assert.False(text.EndsWith('\n'));
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void What_was_set_stands_in_the_header_and_is_read_back()
    {
        var result =
            Samples.Variant with { Settings = [.. Enumerable.Range(1, 9).Select(i => new Setting($"hidden{i}.init.std", i / 4.0))] };

        var text = SnapshotText.Write(result);

        Assert.Contains("\nsettings    hidden1.init.std = 0.25, hidden2.init.std = 0.5, hidden3.init.std =\n            0.75,", text);
        Assert.True(SnapshotText.TryParse(text, out var document));
        Assert.Equal(string.Join(", ", result.Settings), document.Header[^1].Value);
        Assert.DoesNotContain("settings", SnapshotText.Write(Samples.Variant));
    }

    [Fact]
    public void Diagnostics_stand_at_the_head_of_their_layer_and_are_read_back()
    {
        var first = Samples.Variant.Layers[0] with
        {
            Diagnostics = new() { WeightGradientRank = 1.0001, Cosine = -3.5e-5, Dead = double.NaN },
        };
        var text = SnapshotText.Write(Samples.Variant with { Layers = Samples.Variant.Layers.SetItem(0, first) });

        Assert.Contains("  dead                  NaN\n  weight_gradient_rank  1.0001\n  cosine               -3.5e-05\n", text);
        Assert.True(SnapshotText.TryParse(text, out var document));
        Assert.Equal(
            [("dead", "NaN"), ("weight_gradient_rank", "1.0001"), ("cosine", "-3.5e-05")],
            document.Layers[0].Statistics.TakeLast(3).Select(field => (field.Name, field.Value)));
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-CH")]
    public void A_text_is_the_same_in_every_culture(string culture)
    {
        var expected = Cultures.Run("", () => SnapshotText.Write(Samples.Variant));

        Assert.Equal(expected, Cultures.Run(culture, () => SnapshotText.Write(Samples.Variant)));
    }

    [Fact]
    public void Only_headings_and_the_header_start_in_the_first_column()
    {
        var headings = SnapshotText.Write(Samples.Variant).Split('\n').Skip(7).Where(line => line is [not ' ', ..]);

        Assert.Equal(
            ["hidden1", "hidden1 activations", "hidden2", "hidden2 activations", "hidden2 preactivations", "hidden2 weights"],
            headings);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-123456.78901)]
    [InlineData(3e-17)]
    public void The_last_bits_of_a_statistic_do_not_show(double mean) =>
        Assert.Equal(WithMean(mean), WithMean(Math.BitIncrement(Math.BitIncrement(mean))));

    [Theory]
    [InlineData(0.1)]
    [InlineData(-123456.78901)]
    [InlineData(3e-17)]
    public void A_change_in_the_tenth_digit_shows(double mean) => Assert.NotEqual(WithMean(mean), WithMean(mean * (1 + 1e-9)));

    [Fact]
    public void Moving_an_element_changes_the_lines_of_its_two_bins_and_no_other()
    {
        var before = SnapshotText.Write(Samples.Variant).Split('\n');
        var after = SnapshotText.Write(Samples.Moved).Split('\n');

        var changed = before.Zip(after).Where(pair => pair.First != pair.Second).ToList();

        Assert.Equal(before.Length, after.Length);
        Assert.Equal(
            [
                ("  [0.500, 0.750)   2  ██", "  [0.500, 0.750)   1  █"),
                ("  [0.750, 1.000]   9  █████████", "  [0.750, 1.000]  10  ██████████"),
            ],
            changed);
    }

    [Fact]
    public void What_was_not_observed_is_absent()
    {
        var result = Samples.Plain with { Layers = [Samples.Layer(1, "hidden", activations: null)] };

        Assert.EndsWith("\n\nhidden\n  layer           1\n  shape           4 x 3\n  sigma_w2        1", SnapshotText.Write(result));
    }

    [Fact]
    public void A_layer_without_weights_names_its_kind_and_is_read_back()
    {
        var norm = Samples.Layer(1, "norm", activations: null) with { Kind = "layer_norm", SigmaW2 = null };
        var text = SnapshotText.Write(Samples.Plain with { Layers = [norm] });

        Assert.EndsWith("\n\nnorm\n  layer           1\n  kind            layer_norm\n  shape           4 x 3", text);
        Assert.Equal(["layer", "kind", "shape"], new SnapshotTextParser(text).Parse()!.Layers[0].Statistics.Select(field => field.Name));
    }

    private static string WithMean(double mean) =>
        SnapshotText.Write(Samples.WithActivations(Samples.Plain, 0, Samples.Statistics(Samples.Bins(0, 1, 1), mean)));

    internal static ExperimentResult Deep(int layers) => Samples.Plain with
    {
        Definition = Samples.Definition("deep", "", [.. Enumerable.Repeat(1000, layers + 1)]),
        Layers = [.. Enumerable.Range(1, layers).Select(i => Samples.Layer(i, $"hidden{i}", Samples.Statistics(Samples.Bins(0, 1, i), 0)))],
    };
}
