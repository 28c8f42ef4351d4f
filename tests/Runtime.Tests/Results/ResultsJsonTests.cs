using System.Globalization;
using System.Text;
using System.Text.Json;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Results;

/// <summary>The JSON that other programs read.</summary>
public sealed class ResultsJsonTests
{
    [Fact]
    public void The_text_is_this()
    {
        const string Tensor = """
            "range":[-1,1],"counts":[1,0,4],"below":2,"above":3,"nan":1,"neg_inf":1,"pos_inf":2,"mean":0.1,"std":1E-07,"min":null,"max":null,"skew":null,"kurtosis":-1.2,"zero_fraction":0.36363636363636365
            """;
        const string Expected = $$$"""
            {"format":"fanin/results/1","experiments":[
            {"experiment":"sample/a-\"b\"","stream":"numpy-pcg64","seed":42,"dtype":"float64","batch":11,"widths":[4,1,1],"histogram":{"bins":3,"range":[-1,1]},"layers":[
            {"layer":1,"name":"hidden1","shape":[11,1],{{{Tensor}}},"first8":[0.1,null,-0.5],"unit_share":0.25,"input_share":0.5,"residual_share":0.25,"input_driven":3E-13,"unit_mean_std":0.125,"unit_std_mean":null,"sigma_w2":1.25,"n_eff":3.999999999999564},
            {"layer":2,"name":"out","shape":[11,1],"sigma_w2":1.25,"pre":{{{{Tensor}}}}}
            ]}
            ]}

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Text(Sample.Result));
    }

    [Fact]
    public void Several_experiments_are_one_array_and_none_an_empty_one()
    {
        using var two = JsonDocument.Parse(Text(Sample.Result, Sample.Result with { Seed = 43 }));
        Assert.Equal([42L, 43], two.RootElement.GetProperty("experiments").EnumerateArray().Select(e => e.GetProperty("seed").GetInt64()));
        using var none = JsonDocument.Parse(Text());
        Assert.Equal(0, none.RootElement.GetProperty("experiments").GetArrayLength());
    }

    [Fact]
    public void Diagnostics_stand_in_the_layer_and_chi_among_the_gradients()
    {
        var layer = Sample.Layer with
        {
            Diagnostics = new() { SaturatedLow = 0.25, Cosine = double.NaN, JacobianSpread = 5.5 },
            Gradients = Sample.Statistics,
            Chi = 0.5,
        };
        var text = Text(Sample.Result with { Layers = [layer, Sample.Result.Layers[1]] });
        Assert.Contains("\"saturated_low\":0.25,\"cosine\":null,\"jacobian_spread\":5.5,", text);
        Assert.Matches("\"grad\":\\{.*\"chi\":0.5\\}", text);
        Assert.DoesNotContain("linear_share", text);
    }

    [Fact]
    public void A_layer_without_weights_says_its_kind_and_has_no_sigma_w2() =>
        Assert.Contains(
            "{\"layer\":3,\"name\":\"norm\",\"kind\":\"layer_norm\",\"shape\":[11,1]}",
            Text(Sample.Result with { Layers = [Sample.Norm] }));

    [Theory]
    [InlineData(1UL << 53, "9007199254740992")]
    [InlineData((1UL << 53) + 1, "\"9007199254740993\"")]
    [InlineData(ulong.MaxValue, "\"18446744073709551615\"")]
    public void A_seed_that_readers_would_round_is_text(ulong seed, string expected) =>
        Assert.Contains($"\"seed\":{expected},", Text(Sample.Result with { Seed = seed }));

    [Fact]
    public void Seeds_of_NumPys_streams_are_written_as_the_file_has_them()
    {
        (Seed Seed, string Json)[] seeds =
        [
            (Seed.Parse("1267650600228229401496703205383"), "\"1267650600228229401496703205383\""),
            (Seed.Words(1, 2, uint.MaxValue), "[1,2,4294967295]"),
            (Seed.Parse("42").Spawn(1, 0), "{\"entropy\":42,\"spawn_key\":[1,0]}"),
            (Seed.Words(1).Spawn(0), "{\"entropy\":[1],\"spawn_key\":[0]}"),
            (Seed.Philox("18446744073709551616", "3"), "{\"key\":\"18446744073709551616\",\"counter\":3}"),
        ];
        foreach (var (seed, json) in seeds)
            Assert.Contains($"\"seed\":{json},\"dtype\"", Text(Sample.Result with { Seed = seed }));
    }

    [Fact]
    public void An_ensemble_has_an_object_where_a_result_has_a_number()
    {
        var definition = Sample.Result.Definition with
        {
            Expectations =
            [
                new("hidden1", "activations", "std", 1e-8, double.PositiveInfinity),
                new("hidden1", "activations", "std", 1.5, 2.5) { Near = 2, Printed = "2.0", Within = "0.5" },
            ],
        };
        var builder = new EnsembleBuilder();
        foreach (var std in (double[])[1, 2, 6])
            builder.Add(Sample.Result with
            {
                Definition = definition,
                Seed = (ulong)std,
                Layers = [Sample.Layer with { Activations = Sample.Statistics with { Std = std } }],
            });
        using var buffer = new MemoryStream();
        ResultsJson.Write(buffer, [builder.ToResult()]);
        var text = Encoding.UTF8.GetString(buffer.ToArray());

        Assert.StartsWith(
            """
            {"format":"fanin/results/1","experiments":[
            {"experiment":"sample/a-\"b\"","stream":"numpy-pcg64","seeds":[1,2,6],"dtype":"float64","batch":11,"widths":[4,1,1],"histogram":{"bins":3,"range":[-1,1]},"ensemble":{"ddof":1,"expectations":[
            {"layer":"hidden1","tensor":"activations","statistic":"std","min":1E-08,"max":null,"met":3},
            {"layer":"hidden1","tensor":"activations","statistic":"std","min":1.5,"max":2.5,"near":2,"met":1}
            ],"layers":[
            {"layer":1,"name":"hidden1","shape":[11,1],"range":[-1,1],"shared_range":true,"counts":{"mean":[1,0,4],"sd":[0,0,0]},"below":{"mean":2,"sd":0,"min":2,"max":2},
            """.ReplaceLineEndings("\n"),
            text);
        Assert.Contains("\"std\":{\"mean\":3,\"sd\":2.6457513110645907,\"min\":1,\"max\":6},\"min\":{\"mean\":null,\"sd\":null,", text);
        Assert.EndsWith("\n]}}\n]}\n", text);
        using var json = JsonDocument.Parse(text);
        Assert.False(json.RootElement.GetProperty("experiments")[0].TryGetProperty("layers", out _));
    }

    [Fact]
    public void An_automatic_range_is_called_so_and_each_layer_gives_its_own()
    {
        var definition = Sample.Result.Definition with { Activations = new(3, null) };
        var text = Text(Sample.Result with { Definition = definition });
        Assert.Contains("\"histogram\":{\"bins\":3,\"range\":\"auto\"}", text);
        Assert.Contains("\"shape\":[11,1],\"range\":[-1,1],", text);
    }

    [Fact]
    public void Unobserved_activations_leave_no_histogram_behind()
    {
        var definition = Sample.Result.Definition with { Activations = null };
        Assert.DoesNotContain("histogram", Text(Sample.Result with { Definition = definition }));
    }

    [Fact]
    public void What_was_set_stands_in_the_header_and_only_then()
    {
        Assert.DoesNotContain("settings", Text(Sample.Result));
        var text = Text(Sample.Result with { Settings = [new("sigma_w", 1.5), new("hidden.init.std", 1e-300)] });
        Assert.Contains("\"range\":[-1,1]},\"settings\":{\"sigma_w\":1.5,\"hidden.init.std\":1E-300},\"layers\":[", text);
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_changes_nothing(string culture)
    {
        var (expected, before) = (Text(Sample.Result), CultureInfo.CurrentCulture);
        CultureInfo.CurrentCulture = new(culture);
        try
        {
            Assert.Equal(expected, Text(Sample.Result));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Numbers_survive_the_way_there_and_back()
    {
        double[] numbers = [0.1, 1 / 3.0, 5e-324, double.MaxValue, -2.2250738585072014e-308, 123456789.12345679];
        using var json = JsonDocument.Parse(Text(Sample.Result with { Layers = [Sample.Layer with { First = [.. numbers] }] }));
        var first = json.RootElement.GetProperty("experiments")[0].GetProperty("layers")[0].GetProperty("first8");
        Assert.Equal(numbers, first.EnumerateArray().Select(number => number.GetDouble()));
    }

    [Fact]
    public void A_file_is_written_as_a_stream_is()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "new", "out.json");
        ResultsJson.WriteFile(path, [Sample.Result]);
        Assert.Equal(Encoding.UTF8.GetBytes(Text(Sample.Result)), File.ReadAllBytes(path));
    }

    private static string Text(params ExperimentResult[] results)
    {
        using var stream = new MemoryStream();
        ResultsJson.Write(stream, results);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
