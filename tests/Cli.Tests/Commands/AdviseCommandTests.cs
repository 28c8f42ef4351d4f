using System.Runtime.CompilerServices;
using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests.Commands;

public sealed class AdviseCommandTests : IDisposable
{
    private const string Start = "input: { batch: 100, features: 50 }\nlayers:\n";

    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    /// <summary>docs/commands.md shows what is printed for the chapter's twelve. FANIN_UPDATE=1 writes it anew.</summary>
    [Fact]
    public void The_chapters_twelve()
    {
        const string command = "$ dotnet run --project experiments -- advise experiments/activation-histograms.yaml\n";
        _session.Write("experiments/activation-histograms.yaml", File.ReadAllText(Repository("experiments/activation-histograms.yaml")));

        Assert.Equal(0, _session.Run("advise", "experiments/activation-histograms.yaml"));

        string path = Repository("docs/commands.md");
        string page = File.ReadAllText(path);
        int from = page.IndexOf(command, StringComparison.Ordinal) + command.Length;
        int to = page.IndexOf("```", from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("FANIN_UPDATE") == "1")
            File.WriteAllText(path, page[..from] + _session.Out + page[to..]);
        else
            Assert.Equal(page[from..to], _session.Out);
    }

    [Theory]
    [InlineData("activation-histograms")]
    [InlineData("activation-zoo")]
    [InlineData("residual-depth")]
    [InlineData("normalisation")]
    [InlineData("initialiser-zoo")]
    [InlineData("framework-defaults")]
    [InlineData("your-own-activation")]
    [InlineData("exponential")]
    [InlineData("symmetric-weights")]
    public void Reports_keep_to_eighty_columns_and_are_plain_when_piped(string name)
    {
        _session.Write("a.yaml", File.ReadAllText(Repository($"experiments/{name}.yaml")));

        Assert.Equal(0, _session.Run("advise", "a.yaml"));

        Assert.All(_session.OutLines, line => Assert.InRange(line.Length, 0, 80));
        Assert.DoesNotContain('\u001b', _session.Out);
        Assert.DoesNotContain("NaN", _session.Out);
        Assert.Contains("verdict", _session.Out);
    }

    [Fact]
    public void Long_labels_give_way()
    {
        _session.Write("a.yaml", """
            input: { batch: 1000, features: 100 }
            layers:
              - { dense: 100, repeat: 5, init: $init, activation: sigmoid }
            matrix:
              init: { a-label-that-is-longer-than-its-column: lecun_normal, he: he_normal }
            """);

        Assert.Equal(0, _session.Run("advise", "a.yaml"));

        Assert.All(_session.OutLines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Tiny_numbers_do_not_push_the_columns_aside()
    {
        _session.Write("a.yaml", Start + """
              - { dense: 50, repeat: 50, init: $init, activation: sigmoid }
            matrix: { init: { he: he_normal, small: { normal: { std: 0.01 } } } }

            """);

        Assert.Equal(0, _session.Run("advise", "a.yaml"));

        string[] rows = [.. _session.OutLines.SkipWhile(line => !line.Contains("verdict")).TakeWhile(line => line.Length > 0)];
        Assert.Contains(rows, row => row.Contains("e-1", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.InRange(row.Length, 0, 80));
        int verdict = rows[0].IndexOf("verdict", StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal("  ", row[(verdict - 2)..verdict]));
        Assert.All(rows, row => Assert.NotEqual(' ', row[verdict]));
    }

    [Fact]
    public void Sigmoid_is_told_why_none_of_the_four_is_right()
    {
        _session.Write("a.yaml", File.ReadAllText(Repository("experiments/activation-histograms.yaml")));
        _session.Run("advise", "a.yaml");
        string text = string.Join(' ', _session.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("None of the four is right for sigmoid, nor is any other: it is critical only at σ_w = 10.15, where 51.9 %", text);
        Assert.Contains("Compute tanh instead: activation: tanh init: lecun_normal", text);
        Assert.Contains("±4 sqrt(6 / (fan_in + fan_out)), σ_w = 4", text);
        Assert.Contains("an empirical rule (Schoenholz et al. 2017)", text);
    }

    /// <summary>The moments of the digits are known, so a network that learns them has advice, before and after.</summary>
    [Fact]
    public void A_network_that_is_trained_on_digits_has_advice()
    {
        _session.Write("a.yaml", File.ReadAllText(Repository("experiments/book-training.yaml")));
        Assert.Equal(0, _session.Run("advise", "a.yaml"));
        Assert.Contains("    init: he_normal  # σ_w = 1.414, σ_b = 0", _session.OutLines);
        string[] rows = ["std0.01", "xavier", "he", "with this advice"], verdicts = ["vanishing", "healthy", "healthy", "healthy"];
        Assert.All(rows.Zip(verdicts), pair => Assert.EndsWith(
            pair.Second, _session.OutLines.Single(line => line.StartsWith($"  {pair.First} ", StringComparison.Ordinal)),
            StringComparison.Ordinal));
    }

    /// <summary>Learning rates are no initialisations.</summary>
    [Fact]
    public void Only_initialisations_are_counted()
    {
        _session.Write("a.yaml", File.ReadAllText(Repository("experiments/sigmoid-training.yaml")));
        Assert.Equal(0, _session.Run("advise", "a.yaml"));
        Assert.Contains("None of the four is right for sigmoid", _session.Out, StringComparison.Ordinal);
    }

    /// <summary>A build does not read files; a command does.</summary>
    [Fact]
    public void Files_of_samples_are_read()
    {
        const string file = """
            train: { data: { idx: { images: images.idx, labels: labels.idx, features: FEATURES, classes: 2 } }, steps: 1, batch: 4, learning_rate: 0.1 }
            layers:
              - { dense: 30, repeat: 3, init: { normal: { std: 0.01 } }, activation: relu }
              - { dense: 2, name: out, init: he_normal }

            """;
        byte[] pixels = [.. Enumerable.Range(0, 8 * 16).Select(i => (byte)(i * i * 37 % 256))];
        File.WriteAllBytes(Path.Combine(_session.Folder.FullName, "images.idx"), [0, 0, 8, 2, 0, 0, 0, 8, 0, 0, 0, 16, .. pixels]);
        File.WriteAllBytes(Path.Combine(_session.Folder.FullName, "labels.idx"), [0, 0, 8, 1, 0, 0, 0, 8, 0, 1, 0, 1, 0, 1, 0, 1]);
        _session.Write("a.yaml", file.Replace("FEATURES", "16", StringComparison.Ordinal));
        Assert.Equal(0, _session.Run("advise", "a.yaml"));
        Assert.Contains("    init: he_normal", _session.Out, StringComparison.Ordinal);
        Assert.Contains("vanishing",
            _session.OutLines.Single(line => line.StartsWith("  as written", StringComparison.Ordinal)), StringComparison.Ordinal);

        _session.Write("a.yaml", file.Replace("FEATURES", "15", StringComparison.Ordinal));
        Assert.Equal(2, _session.Run("advise", "a.yaml"));
        Assert.Contains("images has 16 features a sample; the experiment says 15.", _session.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_that_want_different_things_are_named()
    {
        _session.Write("a.yaml", Start + """
              - { dense: 50, repeat: 3, name: body, init: ones, activation: leaky_relu, bias: { normal: { std: 1 } } }
              - { dense: 50, name: head, init: ones }

            """);
        _session.Run("advise", "a.yaml");
        int body = Array.IndexOf(_session.OutLines, "  body1 … body3");
        Assert.Equal("    init: edge_of_chaos  # σ_w = 1.414, σ_b = 0, std 0.2000", _session.OutLines[body + 1]);
        Assert.Equal("    bias: zeros", _session.OutLines[body + 2]);
        Assert.Equal("  head", _session.OutLines[body + 3]);
    }

    [Fact]
    public void Where_theory_ends_it_says_why()
    {
        _session.Write("a.yaml", Start + "  - { dense: 50, repeat: 2, name: h, init: lsuv, activation: My.Own, bias: zeros }\n");
        Assert.Equal(0, _session.Run("advise", "a.yaml"));
        Assert.Contains("No advice", _session.Out);
        Assert.Contains("a type of your own", _session.Out);

        _session.Write("b.yaml", Start + "  - { dense: 50, repeat: 2, name: h, init: lsuv, activation: relu, bias: zeros }\n");
        Assert.Equal(0, _session.Run("advise", "b.yaml"));
        Assert.Contains("No prediction: h1: its weights depend on the data.", _session.Out);
        Assert.Contains("init: he_normal", _session.Out);
    }

    [Fact]
    public void Without_weights_there_is_nothing_to_advise()
    {
        _session.Write("a.yaml", Start + "  - layer_norm\n");
        Assert.Equal(0, _session.Run("advise", "a.yaml"));
        Assert.EndsWith("No advice: this network has no weights.\n", _session.Out);
    }

    [Fact]
    public void A_file_with_errors_shows_them()
    {
        _session.Write("a.yaml", Start + "  - { dense: 50, init: he_norml }\n");
        Assert.Equal(1, _session.Run("advise", "a.yaml"));
        Assert.StartsWith("a.yaml(3,24): error FAN0017: ", _session.OutLines[0]);
    }

    [Fact]
    public void A_file_that_is_not_there_is_bad_usage()
    {
        Assert.Equal(2, _session.Run("advise", "nothing.yaml"));
        Assert.Contains("nothing.yaml can't be read.", _session.Error);
        Assert.Equal(2, _session.Run("advise"));
    }

    private static string Repository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", path);
}
