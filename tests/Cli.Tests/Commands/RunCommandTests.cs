using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Streams;

namespace FanIn.Cli.Tests.Commands;

public sealed class RunCommandTests
{
    private static readonly string[] All =
    [
        "activation-histograms/tanh-xavier", "activation-histograms/tanh-he", "activation-histograms/relu-he", "deep-relu",
    ];

    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("--figures", "none")]
    public void Nothing_is_the_whole_gallery(params string[] arguments)
    {
        using var session = new Session();

        Assert.Equal(0, session.Run(arguments));

        Assert.Equal(All, session.Catalog.Created.Select(created => created.Id));
        Assert.Contains("4 experiments, all 4 expectations hold.", session.Out);
        Assert.Empty(session.Error);
    }

    [Theory]
    [InlineData("deep-relu", 3, 3)]
    [InlineData("DEEP-RELU", 3, 3)]
    [InlineData("activation-histograms", 0, 2)]
    [InlineData("Activation-Histograms/Tanh-*", 0, 1)]
    [InlineData("*relu*", 2, 3)]
    [InlineData("*/tanh-xavier", 0, 0)]
    [InlineData("activation-histograms/tanh-h?", 1, 1)]
    [InlineData("*", 0, 3)]
    public void A_filter_selects_by_id(string glob, int first, int last)
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("run", "--filter", glob));

        Assert.Equal(All[first..(last + 1)], session.Catalog.Created.Select(created => created.Id));
    }

    [Fact]
    public void Several_filters_add_up_in_the_order_of_the_catalog()
    {
        using var session = new Session();

        session.Run("run", "--filter", "deep-relu", "--filter", "*tanh-he", "--filter", "*he");

        Assert.Equal(All[1..], session.Catalog.Created.Select(created => created.Id));
    }

    [Theory]
    [InlineData("deep-rellu", "'deep-relu'")]
    [InlineData("tanh-he", "'activation-histograms/tanh-he'")]
    [InlineData("activation-histogram", "'activation-histograms'")]
    [InlineData("*/tanh-xavir", null)]
    [InlineData("", null)]
    [InlineData(@"deep\*", null)]
    [InlineData("[a-z]*", null)]
    public void A_filter_without_match_runs_nothing_and_names_the_nearest(string glob, string? nearest)
    {
        using var session = new Session();

        Assert.Equal(2, session.Run("run", "--filter", "*", "--filter", glob));

        Assert.Empty(session.Catalog.Created);
        Assert.Empty(session.Out);
        Assert.StartsWith($"No experiment matches '{glob}'.", session.Error);
        Assert.EndsWith("To see all: fanin list\n", session.Error);
        if (nearest is not null)
            Assert.Contains($"Did you mean {nearest}?", session.Error);
    }

    [Fact]
    public void Seed_stream_and_threads_reach_the_experiments()
    {
        using var session = new Session { Catalog = new FakeCatalog().Add(FakeCatalog.Definition("big") with { Batch = 100_000 }) };

        Assert.Equal(0, session.Run("run", "--seed", "18446744073709551615", "--rng", "numpy-pcg64", "--threads", "3"));

        Assert.All(session.Catalog.Created, created =>
        {
            Assert.Equal((Seed)ulong.MaxValue, created.Options.Seed);
            Assert.Equal(RandomStream.NumpyPcg64, created.Options.Stream);
            Assert.Equal(3, created.Options.Threads);
        });
        Assert.Contains("numpy-pcg64, seed 18446744073709551615", session.Out);
    }

    [Fact]
    public void Without_them_the_files_have_their_say_and_only_big_networks_get_all_processors()
    {
        var small = FakeCatalog.Definition("small");
        var big = small with { Id = "big", Name = "big", Batch = 100_000 };
        using var session = new Session { Catalog = new FakeCatalog().Add(small).Add(big) };

        session.Run();

        Assert.All(session.Catalog.Created, created => Assert.Null(created.Options.Seed ?? (object?)created.Options.Stream));
        Assert.Equal([1, 4], session.Catalog.Created.Select(created => created.Options.Threads));
    }

    [Theory]
    [InlineData("--seed", "4294967296", "--rng", "numpy-legacy")]
    [InlineData("--rng", "numpy-legacy", "--seed", "18446744073709551615")]
    public void A_seed_beyond_the_streams_range_is_said_before_anything_runs(params string[] arguments)
    {
        using var session = new Session();

        Assert.Equal(2, session.Run(arguments));

        Assert.Empty(session.Catalog.Created);
        Assert.Matches(@"^--seed does not suit --rng: numpy-legacy takes seeds from 0 to 4294967295; found \d+\.\n$", session.Error);
    }

    [Fact]
    public void So_is_a_seed_of_a_file_that_another_stream_was_meant_for()
    {
        using var session = new Session { Catalog = new FakeCatalog().Add(FakeCatalog.Definition("large-seed") with { Seed = 1UL << 40 }) };

        Assert.Equal(2, session.Run("--rng", "numpy-legacy"));

        Assert.Equal(
            "The seed of large-seed does not suit --rng: numpy-legacy takes seeds from 0 to 4294967295; found 1099511627776.\n",
            session.Error);
    }

    [Fact]
    public void And_one_of_a_form_that_another_stream_has()
    {
        var definition = FakeCatalog.Definition("words") with { Seed = Seed.Words(1, 2), Stream = RandomStream.NumpyPcg64 };
        using var session = new Session { Catalog = new FakeCatalog().Add(definition) };

        Assert.Equal(0, session.Run("--rng", "numpy-legacy"));
        Assert.Contains("numpy-legacy, seed [1, 2]", session.Out);
        Assert.Equal(2, session.Run("--rng", "philox"));

        Assert.Equal(
            "The seed of words does not suit --rng: philox takes a number and no list of words; found [1, 2].\n", session.Error);
    }

    [Fact]
    public void A_failed_expectation_is_listed_and_is_exit_code_1()
    {
        using var session = new Session();
        session.Catalog.Failing.Add("deep-relu");

        Assert.Equal(1, session.Run());

        Assert.Contains("1 of 4 expectations failed:\n  deep-relu hidden1 std = 0.31, expected 0.4 … 0.5\n", session.Out);
    }

    [Theory]
    [InlineData("a*", "1 experiment, its expectation holds.\n")]
    [InlineData("*", "2 experiments, their expectation holds.\n")]
    [InlineData("b*", "1 experiment, no expectations.\n")]
    public void What_held_is_counted(string filter, string said)
    {
        var catalog = new FakeCatalog().Add(FakeCatalog.Definition("a")).Add(FakeCatalog.Definition("b") with { Expectations = [] });
        using var session = new Session { Catalog = catalog };

        Assert.Equal(0, session.Run("--filter", filter));

        Assert.Contains(said, session.Out);
    }

    [Fact]
    public void Quiet_says_nothing_but_failures()
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("run", "--quiet"));
        Assert.Empty(session.Out + session.Error);

        session.Catalog.Failing.Add("deep-relu");
        Assert.Equal(1, session.Run("run", "--quiet"));
        Assert.Equal("1 of 4 expectations failed:\n  deep-relu hidden1 std = 0.31, expected 0.4 … 0.5\n", session.Out);
    }

    [Fact]
    public void A_description_stands_once_above_the_variants_of_its_file()
    {
        var one = FakeCatalog.Definition("one", "a") with { Description = "What one shows." };
        using var session = new Session { Catalog = new FakeCatalog().Add(one).Add(one with { Id = "one/b", Label = "b" }) };

        session.Run();

        Assert.Equal(2, session.Out.Split("What one shows.").Length);
        Assert.StartsWith("What one shows.\n\none/a\n", session.Out);
    }

    [Fact]
    public void A_program_without_experiments_says_so()
    {
        using var session = new Session { Catalog = new FakeCatalog() };

        Assert.Equal(2, session.Run());

        Assert.StartsWith("This program has no experiments", session.Error);
    }

    [Fact]
    public void Two_runs_print_the_same()
    {
        using var session = new Session();
        session.Run();
        string first = session.Out;

        session.Run();

        Assert.Equal(first, session.Out);
    }
}
