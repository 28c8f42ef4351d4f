using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Tests.Commands;

/// <summary><c>run --set</c> and what <c>list ID</c> says of it.</summary>
public sealed class SettingTests
{
    private static FakeCatalog Catalog => new FakeCatalog()
        .Add(FakeCatalog.Definition("sweep", "tanh", 2) with
        {
            Settings =
            [
                new("", "sigma_w", "1.0", Minimum: 0, Maximum: 4), new("input", "min", "-1"), new("input", "max", "1"),
                new("hidden", "init.std", "sigma_w / sqrt(fan_in)", Minimum: 0),
            ],
        })
        .Add(FakeCatalog.Definition("sweep", "relu", 2) with { Settings = [new("", "sigma_w", "1.0", Minimum: 0, Maximum: 4)] })
        .Add(FakeCatalog.Definition("deep", layers: 3) with { Settings = [new("hidden", "init.gain", "1", Minimum: 0)] });

    [Fact]
    public void Every_experiment_gets_what_it_has_of_what_is_set()
    {
        using var session = new Session { Catalog = Catalog };

        Assert.Equal(0, session.Run("run", "--set", "sigma_w=3/2", "--set", "hidden2.init.gain = 2 ", "--set", "input.max=7"));

        Assert.Equal(
            [[new("sigma_w", 1.5), new("input.max", 7)], [new("sigma_w", 1.5)], [new("hidden2.init.gain", 2)]],
            session.Catalog.Created.Select(created => created.Options.Settings));
    }

    [Fact]
    public void A_formula_knows_each_layer_and_is_computed_by_the_runtime()
    {
        var catalog = Catalog;
        catalog.Entries.RemoveRange(0, 2);
        using var session = new Session { Catalog = catalog };

        session.Run("run", "--set", "hidden.init.gain=sqrt(layer / depth) * (max(fan_avg, pi)^(fan_in / fan_out) / abs(-100))");

        Assert.Equal(
            [new Setting("hidden1.init.gain", Math.Sqrt(1 / 3.0)),
                new("hidden2.init.gain", Math.Sqrt(2 / 3.0)), new("hidden3.init.gain", 1)],
            session.Catalog.Created.Single().Options.Settings);
    }

    [Fact]
    public void Seed_and_stream_stay_what_they_are()
    {
        using var session = new Session { Catalog = Catalog };

        session.Run("run", "--set", "sigma_w=2", "--seed", "5", "--filter", "*tanh");

        Assert.Equal(5UL, session.Catalog.Created.Single().Options.Seed);
    }

    [Theory]
    [InlineData("sigma_w", "--set takes NAME=NUMBER, as in --set hidden.init.std=0.5, not 'sigma_w'.")]
    [InlineData("=1", "--set takes NAME=NUMBER, as in --set hidden.init.std=0.5, not '=1'.")]
    [InlineData("sigma_w= ", "--set takes NAME=NUMBER, as in --set hidden.init.std=0.5, not 'sigma_w= '.")]
    [InlineData("sigmaw=1", "No selected experiment has a number 'sigmaw'. Did you mean 'sigma_w'? There are sigma_w, input.min, "
        + "input.max, hidden.init.std, hidden.init.gain. What an experiment has: fanin list ID")]
    [InlineData(
        "hidden3.init.gian=1", "No selected experiment has a number 'hidden3.init.gian'. Did you mean 'hidden3.init.gain'? There are "
        + "sigma_w, input.min, input.max, hidden.init.std, hidden.init.gain. What an experiment has: fanin list ID")]
    [InlineData("sigma_w=-1", "--set, sweep/tanh: sigma_w must be from 0 to 4, not -1.")]
    [InlineData("hidden.init.gain=-sqrt(layer)", "--set, deep: hidden1.init.gain must be at least 0, not -1.")]
    [InlineData("input.min=2", "--set, sweep/tanh: input.min = 2 is above input.max = 1.")]
    [InlineData("sigma_w=sqrt(2", "--set sigma_w=sqrt(2: This '(' is not closed.")]
    [InlineData("sigma_w=1/0", "--set sigma_w=1/0: This '/' divides by zero.")]
    [InlineData("sigma_w=nan", "--set sigma_w=nan: 'nan' is neither a number nor a name that is known here. Known here: pi.")]
    public void What_can_t_be_set_is_one_line_and_exit_code_2_before_anything_runs(string argument, string message)
    {
        using var session = new Session { Catalog = Catalog };

        Assert.Equal(2, session.Run("run", "--set", argument));

        Assert.Equal(message + "\n", session.Error);
        Assert.Empty(session.Out);
        Assert.Empty(session.Catalog.Created);
    }

    [Fact]
    public void Both_ends_of_an_interval_may_move_together()
    {
        using var session = new Session { Catalog = Catalog };

        Assert.Equal(0, session.Run("run", "--set", "input.min=2", "--set", "input.max=3"));
    }

    [Fact]
    public void A_name_stands_once()
    {
        using var session = new Session { Catalog = Catalog };

        Assert.Equal(2, session.Run("run", "--set", "sigma_w=1", "--set", "sigma_w=2"));
        Assert.Equal("--set sets 'sigma_w' twice.\n", session.Error);
    }

    [Fact]
    public void What_experiments_without_numbers_say()
    {
        using var session = new Session();

        Assert.Equal(2, session.Run("run", "--set", "sigma_w=1"));
        Assert.Equal("No selected experiment has a number 'sigma_w'. There is nothing to set. What an experiment has: fanin list ID\n",
            session.Error);
    }

    [Theory]
    [InlineData("list", "sweep")]
    [InlineData("list", "experiments", "sweep/*")]
    public void List_id_says_what_can_be_set(params string[] arguments)
    {
        using var session = new Session { Catalog = Catalog };

        Assert.Equal(0, session.Run(arguments));

        Assert.Equal(
            """
            sweep  2 variants, sweep.yaml
              / tanh  relu

            sweep/tanh
              --set sigma_w         = 1.0                     at least 0, at most 4
              --set input.min       = -1
              --set input.max       = 1
              --set hidden.init.std = sigma_w / sqrt(fan_in)  at least 0

            sweep/relu
              --set sigma_w = 1.0  at least 0, at most 4


            """,
            session.Out);
    }

    [Fact]
    public void Variants_that_have_the_same_share_a_table()
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("list", "activation-histograms"));
        Assert.EndsWith("/ tanh-xavier  tanh-he  relu-he\n\n  nothing to set\n\n", session.Out);
    }

    [Fact]
    public void A_word_that_is_neither_kind_nor_id_is_explained()
    {
        using var session = new Session();

        Assert.Equal(2, session.Run("list", "deep-rellu"));
        Assert.StartsWith("There is no experiment 'deep-rellu'. Did you mean 'deep-relu'?", session.Error);
    }
}
