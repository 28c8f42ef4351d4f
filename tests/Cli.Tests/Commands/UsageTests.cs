using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests.Commands;

public sealed class UsageTests
{
    private const string Seeds = "--seed takes a whole number from 0 to 18446744073709551615";
    private const string Kinds =
        "Kinds are experiments, initialisers, activations, streams, dtypes, layers, tensors, diagnostics, statistics, "
        + "optimizers, losses, data, figures, warnings.";

    private const string Activations =
        "There are identity, sigmoid, tanh, relu, relu6, leaky_relu, prelu, rrelu, threshold, elu, selu, celu, exponential, "
        + "gelu, gelu_tanh, silu, mish, hard_swish, softplus, squareplus, sparse_plus, log_sigmoid, "
        + "hard_sigmoid, sparse_sigmoid, hard_tanh, lecun_tanh, erf, softsign, tanh_shrink, soft_shrink, hard_shrink, sin.";

    [Theory]
    [InlineData("rn", "There is no command 'rn'. Did you mean 'run'? See: fanin --help")]
    [InlineData("aprove", "There is no command 'aprove'. Did you mean 'approve'? See: fanin --help")]
    [InlineData("frobnicate", "There is no command 'frobnicate'. See: fanin --help")]
    [InlineData("run --flter x", "There is no option '--flter'. Did you mean '--filter'? See: fanin run --help")]
    [InlineData("--flter x", "There is no option '--flter'. Did you mean '--filter'? See: fanin run --help")]
    [InlineData("run surplus", "There is no argument 'surplus'. See: fanin run --help")]
    [InlineData("list initialisers normal surplus", "There is no argument 'surplus'. See: fanin list --help")]
    [InlineData("run --seed", "Required argument missing for option: '--seed'. See: fanin run --help")]
    [InlineData("run --seed -1", $"{Seeds}, not '-1'.")]
    [InlineData("run --seed 1.5", $"{Seeds}, not '1.5'.")]
    [InlineData("run --seed 99999999999999999999", $"{Seeds}, not '99999999999999999999'.")]
    [InlineData("run --threads 0", "--threads takes a whole number from 1 to 1024, not '0'.")]
    [InlineData("run --rng numpy-legcy",
        "--rng takes philox, numpy-legacy, numpy-pcg64, numpy-philox, not 'numpy-legcy'. Did you mean 'numpy-legacy'?")]
    [InlineData("run --show heatmap",
        "--show takes slopes, heat_map, depth, own_std, std_curve, phase_diagram, not 'heatmap'. Did you mean 'heat_map'?")]
    [InlineData(
        "run --show depth --figures none", "--show and --figures none exclude each other: one asks for figures, the other for none.")]
    [InlineData("run --show depth --seeds 0..3", "--show and --seeds exclude each other: these kinds of figures show a single run.")]
    [InlineData("list activation", $"There is no kind or experiment 'activation'. Did you mean 'activations'? {Kinds}")]
    [InlineData("list nonsense", $"There is no kind or experiment 'nonsense'. {Kinds}")]
    [InlineData("list depe-relu", "There is no experiment 'depe-relu'. Did you mean 'deep-relu'? All of them: fanin list")]
    [InlineData("list tanh-xavier",
        "There is no experiment 'tanh-xavier'. Did you mean 'activation-histograms/tanh-xavier'? All of them: fanin list")]
    [InlineData("list activations tahn", $"There is no activation 'tahn'. Did you mean 'tanh'? {Activations}")]
    [InlineData("approve nowhere", null)]
    [InlineData("schema one two", "There is no argument 'two'. See: fanin schema --help")]
    [InlineData("check nowhere.yaml", null)]
    [InlineData("check .", "The folder . has no YAML file.")]
    [InlineData("advise nowhere.yaml", "nowhere.yaml can't be read. There is no such file.")]
    [InlineData("advise no/where.yaml", "no/where.yaml can't be read. There is no such file.")]
    [InlineData("advise .", ". can't be read. It is a folder.")]
    public void Bad_usage_is_exit_code_2_with_one_line_on_stderr(string command, string? message)
    {
        using var session = new Session();

        Assert.Equal(2, session.Run(command.Split(' ')));

        Assert.Empty(session.Catalog.Created);
        if (message is not null)
        {
            Assert.Equal(message + "\n", session.Error);
            Assert.Empty(session.Out);
        }
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("run --help")]
    [InlineData("list --help")]
    [InlineData("check --help")]
    [InlineData("explain --help")]
    [InlineData("approve --help")]
    [InlineData("schema --help")]
    [InlineData("advise --help")]
    public void Help_fits_the_terminal_and_runs_nothing(string command)
    {
        // As those call it who read the examples in this repository.
        using var session = new Session { Invocation = new("dotnet run --project experiments --") };

        Assert.Equal(0, session.Run(command.Split(' ')));

        Assert.All(session.OutLines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("Usage\n  dotnet run --project experiments -- ", session.Out);
        Assert.Empty(session.Error);
        Assert.Empty(session.Catalog.Created);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("list")]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("approve")]
    public void Every_command_has_an_example_that_its_own_parser_takes(string command)
    {
        using var session = new Session();
        session.Run(command, "--help");

        string[] examples = [.. session.Out[session.Out.IndexOf("Example", StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("  fanin ", StringComparison.Ordinal)).Select(line => line["  fanin ".Length..])];

        Assert.NotEmpty(examples);
        Assert.All(examples, example =>
        {
            Assert.StartsWith(command, example);
            session.Run([.. example.Split(' ').Select(word => word.Trim('\''))]);
            Assert.DoesNotContain("--help", session.Error);
        });
    }

    [Fact]
    public void The_version_is_the_packages()
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("--version"));

        Assert.Matches(@"^FanIn \d+\.\d+\.\d+\n$", session.Out);
    }

    [Fact]
    public void A_file_of_arguments_is_not_read()
    {
        using var session = new Session();

        Assert.Equal(2, session.Run("run", "--filter", "@/etc/passwd"));

        Assert.StartsWith("No experiment matches '@/etc/passwd'.", session.Error);
    }
}
