using FanIn.Cli.Rendering;
using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests.Rendering;

public sealed class LayerTableTests
{
    private static readonly long[] Hill = [1, 2, 3, 4, 5, 6, 7, 8, 7, 6, 5, 4, 3, 2, 1];

    [Fact]
    public void It_reads_like_this()
    {
        long[] stick = [0, 0, 0, 0, 0, 0, 50, 100, 50, 0, 0, 0, 0, 0, 0];
        LayerRow[] rows =
        [
            LayerRow.Of("hidden1", FakeCatalog.Statistics(Hill, std: 0.2083), FakeCatalog.Split(0.99)),
            LayerRow.Of("hidden2", FakeCatalog.Statistics(stick, std: 1.25e-6, below: 199, zeros: 1), FakeCatalog.Split(6.03e-13)),
        ];

        Assert.Equal(
            """
              layer    0             1        std  input-driven   zeros      < 0      > 1
              hidden1  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁     0.2083        99.0 %     0 %      0 %      0 %
              hidden2        ▄█▄         1.250e-6    6.03e-11 %  0.25 %   49.9 %      0 %

            """,
            Print(rows, (0, 1)));
    }

    public static TheoryData<string, double, double, double, double> Extremes => new()
    {
        { "hidden1", double.Epsilon, double.Epsilon, -1e300, 1e300 },
        { new string('n', 200), double.MaxValue, 1e-300, -0.123456789, 0.123456789 },
        { "encoder.block.first.dense-with-a-name12", 1.2345e-300, 1.2345e-300, -1.5e-300, 2.5e-300 },
        { "x", double.NaN, double.NaN, double.MinValue, double.MaxValue },
        { "layer-with-a-long-name", double.PositiveInfinity, double.NaN, 0, 1 },
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public void No_line_is_wider_than_80_columns_and_all_are_equally_wide(
        string name, double std, double inputDriven, double low, double high)
    {
        foreach (long nan in new[] { 0L, 3 })
        {
            var extreme = FakeCatalog.Statistics(Hill, std, low, high, below: 1, above: 100_000_000, nan, zeros: 1);
            LayerRow[] rows =
            [
                LayerRow.Of(name, extreme, FakeCatalog.Split(inputDriven)),
                LayerRow.Of("hidden2", FakeCatalog.Statistics(Hill, 0.25, low, high), FakeCatalog.Split(0.5)),
            ];

            string[] lines = Print(rows, (low, high)).TrimEnd('\n').Split('\n');

            Assert.Equal(3, lines.Length);
            Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
            Assert.Single(lines.Select(line => line.Length).Distinct());
        }
    }

    [Fact]
    public void A_long_name_keeps_its_number()
    {
        LayerRow[] rows = [LayerRow.Of("a-very-long-name-of-a-layer-12", FakeCatalog.Statistics(Hill, 1), FakeCatalog.Split(1))];

        Assert.Matches(@"^  a-\S*…\S*12 ", Print(rows, (0, 1)).Split('\n')[1]);
    }

    [Fact]
    public void Ranges_of_their_own_need_no_columns_for_what_lies_outside()
    {
        LayerRow[] rows = [LayerRow.Of("hidden", FakeCatalog.Statistics(Hill, 1), FakeCatalog.Split(1))];

        string header = Print(rows, range: null).Split('\n')[0];

        Assert.Contains("min         max", header);
        Assert.DoesNotContain("below", header);
    }

    [Fact]
    public void Infinities_outside_of_such_a_range_are_shown_all_the_same()
    {
        LayerRow[] rows = [LayerRow.Of("hidden", FakeCatalog.Statistics(Hill, double.NaN, above: 64), FakeCatalog.Split(double.NaN))];

        string[] lines = Print(rows, range: null).Split('\n');

        Assert.EndsWith("above", lines[0]);
        Assert.EndsWith("50.0 %", lines[1]);
    }

    [Fact]
    public void NaNs_get_a_column()
    {
        LayerRow[] rows = [LayerRow.Of("hidden", FakeCatalog.Statistics(Hill, double.NaN, nan: 64), FakeCatalog.Split(double.NaN))];

        string[] lines = Print(rows, (0, 1)).Split('\n');

        Assert.EndsWith("NaN", lines[0]);
        Assert.EndsWith("50.0 %", lines[1]);
    }

    [Fact]
    public void Tensors_without_a_split_have_no_input_driven_share()
    {
        LayerRow[] rows = [LayerRow.Of("hidden", FakeCatalog.Statistics(Hill, 1), split: null)];

        Assert.DoesNotContain("input-driven", Print(rows, (0, 1)));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(30)]
    [InlineData(4096)]
    public void Deep_networks_show_both_ends_and_the_middle_and_count_the_rest(int layers)
    {
        var rows = Rows(layers);

        string[] lines = Print(rows, (0, 1)).TrimEnd('\n').Split('\n')[1..];

        int shown = lines.Count(line => line.StartsWith("  hidden", StringComparison.Ordinal));
        int leftOut = lines.Where(line => line.Contains('⋮')).Sum(line => int.Parse(line.Split("  ")[2].Split(' ')[0]));
        Assert.InRange(shown, 1, LayerSelection.ShownWhole);
        Assert.Equal(layers, shown + leftOut);
        Assert.StartsWith("  hidden1 ", lines[0]);
        Assert.StartsWith($"  hidden{layers} ", lines[^1]);
        Assert.Equal(leftOut > 0, lines.Any(line => line.Contains("--all-layers")));
    }

    [Fact]
    public void All_layers_are_shown_on_demand()
    {
        string text = Print(Rows(30), (0, 1), allLayers: true);

        Assert.All(Enumerable.Range(1, 30), i => Assert.Contains($"  hidden{i} ", text));
        Assert.DoesNotContain("⋮", text);
    }

    private static LayerRow[] Rows(int layers) =>
        [.. Enumerable.Range(1, layers).Select(i => LayerRow.Of($"hidden{i}", FakeCatalog.Statistics(Hill, 1), FakeCatalog.Split(1)))];

    private static string Print(IReadOnlyList<LayerRow> rows, (double Low, double High)? range, bool allLayers = false)
    {
        using var text = new StringWriter();
        LayerTable.Print(new StyledWriter(text, styled: false), rows, range, allLayers);
        return text.ToString();
    }
}
