using System.Text.Json;
using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Cli.Tests.Commands;

/// <summary>`run --seeds`: every experiment once with each seed.</summary>
public sealed class SeedsTests
{
    [Theory]
    [InlineData("0..2", "0 1 2")]
    [InlineData("7,3,5", "7 3 5")]
    [InlineData("5,0..1,18446744073709551614..18446744073709551615", "5 0 1 18446744073709551614 18446744073709551615")]
    public void Each_experiment_runs_once_with_each_seed_in_their_order(string text, string seeds)
    {
        using var session = new Session();

        session.Run("run", "--seeds", text, "--threads", "1");

        var runs = session.Catalog.Created.GroupBy(created => created.Id).ToArray();
        Assert.Equal(session.Catalog.Entries.Select(entry => entry.Definition.Id), runs.Select(run => run.Key));
        Assert.All(runs, run => Assert.Equal(seeds, string.Join(' ', run.Select(created => created.Options.Seed))));
    }

    [Theory]
    [InlineData("", "--seeds takes a range as in 0..49, a list as in 1,2,5, or both, not ''.")]
    [InlineData("a..b", "--seeds takes a range as in 0..49, a list as in 1,2,5, or both, not 'a..b'.")]
    [InlineData("0...9", "not '0...9'.")]
    [InlineData("0..1..2", "not '0..1..2'.")]
    [InlineData("-1..3", "not '-1..3'.")]
    [InlineData("1, 2", "not '1, 2'.")]
    [InlineData("0..18446744073709551616", "not '0..18446744073709551616'.")]
    [InlineData("9..0", "--seeds: 9..0 ends before it begins.")]
    [InlineData("3", "--seeds takes at least two seeds; for one there is --seed 3.")]
    [InlineData("1,0..4", "--seeds names 1 twice; equal draws say nothing about the spread.")]
    [InlineData("0..100000", "--seeds takes at most 100000 seeds.")]
    [InlineData("0..18446744073709551615", "--seeds takes at most 100000 seeds.")]
    public void What_is_no_list_of_seeds_is_one_clear_line(string text, string message)
    {
        using var session = new Session();

        Assert.Equal(2, session.Run("run", "--seeds", text));

        Assert.Empty(session.Catalog.Created);
        Assert.EndsWith(message + "\n", session.Error);
        Assert.Single(session.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void One_seed_and_several_exclude_each_other()
    {
        using var session = new Session();

        Assert.Equal(2, session.Run("run", "--seeds", "0..1", "--seed", "0"));

        Assert.StartsWith("--seed and --seeds exclude each other", session.Error);
    }

    [Fact]
    public void A_seed_that_the_stream_does_not_take_is_found_before_anything_runs()
    {
        using var session = new Session();

        Assert.Equal(2, session.Run("run", "--seeds", "0,4294967296", "--rng", "numpy-legacy"));

        Assert.Empty(session.Catalog.Created);
        Assert.StartsWith("--seeds does not suit --rng: numpy-legacy takes seeds from 0 to 4294967295", session.Error);
    }

    [Fact]
    public void The_table_shows_means_and_spreads()
    {
        using var session = Scattered();

        Assert.Equal(0, session.Run("run", "--filter", "deep-relu", "--seeds", "0..2", "--figures", "none"));

        Assert.Equal(
            """
            Thirty ReLU layers.

            deep-relu
              100 → 2 × 100 · tanh · weights normal { std: sqrt(1 / fan_in) }
              1000 samples of normal input · philox, 3 seeds: 0 … 2 · float64
              mean ± sd over the seeds; shares in %
              layer    0             1          std   input-driven          < 0
              hidden1  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁  0.45 ± 0.10  3.0e-3 ± 0.0  1.54 ± 1.54
              hidden2  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁  0.45 ± 0.10  3.0e-3 ± 0.0  1.54 ± 1.54

            1 experiment, no expectations.

            """.Split("  layer")[0],
            session.Out.Split("  layer")[0]);
        Assert.Contains("  hidden1  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁  0.45 ± 0.10", session.Out);
        Assert.DoesNotContain("zeros", session.Out);
        Assert.Contains("< 0", session.Out);
        Assert.All(session.OutLines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void An_expectation_fails_when_any_seed_misses_it()
    {
        using var session = Scattered(0.4, 0.5);

        Assert.Equal(1, session.Run("run", "--filter", "deep-relu", "--seeds", "0..2"));
        Assert.Contains(
            "1 of 1 expectation failed:\n  deep-relu hidden1 activations std, expected 0.4 … 0.5: met by 1 of 3 seeds\n", session.Out);

        using var wide = Scattered(0.3, 0.6);
        Assert.Equal(0, wide.Run("run", "--filter", "deep-relu", "--seeds", "0..2"));
        Assert.Contains("1 experiment, its expectation holds with each of 3 seeds.\n", wide.Out);
    }

    [Fact]
    public void Json_has_the_ensembles_and_no_single_results()
    {
        using var session = Scattered();

        session.Run("run", "--seeds", "0..2", "--json", "-");

        using var json = JsonDocument.Parse(session.Out);
        var experiments = json.RootElement.GetProperty("experiments");
        Assert.Equal(4, experiments.GetArrayLength());
        var layer = experiments[0].GetProperty("ensemble").GetProperty("layers")[0];
        Assert.Equal(0.45, layer.GetProperty("std").GetProperty("mean").GetDouble(), 1e-12);
        Assert.Equal(0.1, layer.GetProperty("std").GetProperty("sd").GetDouble(), 1e-12);
        Assert.Equal([0, 1, 2], experiments[0].GetProperty("seeds").EnumerateArray().Select(seed => seed.GetInt32()));
    }

    [Fact]
    public void Figures_are_those_of_the_ensembles()
    {
        using var session = Scattered();
        IReadOnlyList<EnsembleResult> drawn = [];
        session.WriteEnsembleFigures = (ensembles, folder) =>
        {
            drawn = ensembles;
            return [Path.Combine(folder, "deep-relu.png")];
        };

        session.Run("run", "--seeds", "0..2");

        Assert.Equal(session.Catalog.Entries.Select(entry => entry.Definition.Id), drawn.Select(ensemble => ensemble.Definition.Id));
        Assert.EndsWith("figures/deep-relu.{png}\n", session.Out);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("5")]
    public void Real_experiments_give_the_same_bytes_with_any_number_of_threads(string threads)
    {
        using var session = new Session { Catalog = new FakeCatalog() };
        session.Catalog.Entries.AddRange(FakeCatalog.Real);
        session.Run("run", "--seeds", "0..9", "--threads", "1", "--json", "one.json");
        string output = session.Out;

        session.Run("run", "--seeds", "0..9", "--threads", threads, "--json", "several.json");

        Assert.Equal(output, session.Out);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(session.Folder.FullName, "one.json")),
            File.ReadAllBytes(Path.Combine(session.Folder.FullName, "several.json")));
    }

    [Fact]
    public void Many_seeds_have_as_many_buffers_as_threads()
    {
        using var session = Scattered();

        session.Run("run", "--seeds", "0..499", "--threads", "3", "--quiet", "--figures", "none");

        Assert.InRange(session.Catalog.MostAlive, 1, 3);
        Assert.Equal(0, session.Catalog.Alive);
        Assert.Equal(2000, session.Catalog.Created.Count);
    }

    /// <summary>Standard deviations of 0.35, 0.45, 0.55 with the seeds 0, 1, 2.</summary>
    private static Session Scattered(double min = 0, double max = 1000)
    {
        var catalog = new FakeCatalog();
        foreach (var entry in FakeCatalog.Small().Entries)
            catalog.Add(entry.Definition with { Expectations = [new("hidden1", "activations", "std", min, max)] });
        catalog.Seeded = (seed, layer) =>
        {
            double number = (double)((NumberSeed)seed).Value;
            var histogram = layer.Activations!.Histogram with { Below = (long)number };
            return layer with { Activations = layer.Activations with { Std = 0.35 + (0.1 * number), Histogram = histogram } };
        };
        return new Session { Catalog = catalog };
    }
}
