using System.Text.Json;
using System.Diagnostics;

namespace FanIn.Cli.Tests.Processes;

/// <summary>What only a process of its own shows: streams, bytes, signals and exit codes.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly HostProcess _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Real_experiments_run_and_leave_table_json_and_figures()
    {
        var (code, output, error) = await _host.Run("run", "--filter", "small", "--json", "out/results.json");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("8 → 2 × 6 → 3 · tanh, relu · weights xavier_normal, he_uniform", output);
        Assert.EndsWith("1 experiment, its expectation holds.\nfigures/small.{png,svg}\n", output);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Equal(["figures/small.png", "figures/small.svg", "out/results.json"], Files());
    }

    [Fact]
    public async Task Json_is_the_same_for_any_number_of_threads()
    {
        var one = await _host.Run("run", "--json", "-", "--figures", "none", "--filter", "small", "--threads", "1");
        var three = await _host.Run("run", "--json", "-", "--figures", "none", "--filter", "small", "--threads", "3");

        Assert.Equal(one, three);
        Assert.StartsWith("{\"format\":\"fanin/results/1\"", one.Out);
    }

    [Fact]
    public async Task What_is_set_reaches_the_draws_and_the_results_say_so()
    {
        string[] run = ["run", "--filter", "small", "--json", "-", "--figures", "none"];
        var plain = await _host.Run(run);
        var same = await _host.Run([.. run, "--set", "hidden.init.gain=1"]);
        var set = await _host.Run([.. run, "--set", "hidden.init.gain=sqrt(fan_in / 8)", "--set", "out.init.gain=1/2"]);

        Assert.Equal(plain.Out.Split('\n')[2..], same.Out.Split('\n')[2..]);
        Assert.Contains("\"settings\":{\"hidden.init.gain\":1}", same.Out);
        Assert.Contains("\"settings\":{\"hidden1.init.gain\":1,\"hidden2.init.gain\":0.8660254037844386,\"out.init.gain\":0.5}", set.Out);
        Assert.Equal(Measured(plain.Out.Split('\n')[2]), Measured(set.Out.Split('\n')[2]));
        Assert.NotEqual(plain.Out.Split('\n')[3], set.Out.Split('\n')[3]);
    }

    /// <summary>What was measured of a layer; theory's gradient knows the layer behind it as well.</summary>
    private static string Measured(string line) => line[..line.IndexOf("\"prediction\"", StringComparison.Ordinal)];

    [Fact]
    public async Task A_failed_expectation_reaches_the_shell()
    {
        var (code, output, _) = await _host.Run("run", "--filter", "failing", "--quiet", "--figures", "none");

        Assert.Equal(1, code);
        Assert.Equal("1 of 1 expectation failed:\n  failing layer activations std = 0, expected at least 1\n", output);
    }

    [Fact]
    public async Task The_sources_are_found_from_anywhere_and_checked()
    {
        var (code, output, error) = await _host.Run("check");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("4 files, no errors.\n", output);
    }

    /// <summary>The paths stand in tests/Cli.Tests/experiments/files.yaml; the program runs in another folder.</summary>
    [Fact]
    public async Task Data_come_from_files_of_the_project()
    {
        var (code, output, error) = await _host.Run("run", "--filter", "files/good", "--figures", "none");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("training on 6 samples, 2 held out · 3 steps of sgd", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trainings_json_has_its_losses_and_what_was_observed_on_the_way()
    {
        var (code, output, _) = await _host.Run("run", "--filter", "files/good", "--figures", "none", "--json", "-");
        var (_, ensemble, _) = await _host.Run("run", "--filter", "files/good", "--figures", "none", "--json", "-", "--seeds", "0..3");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var experiment = json.RootElement.GetProperty("experiments")[0];
        var training = experiment.GetProperty("training");
        Assert.Equal(
            ["data", "samples", "held_out", "loss_function", "optimizer", "learning_rate", "steps", "losses", "checkpoints"],
            training.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            (6, 2, 3), (Number(training, "samples"), Number(training, "held_out"), training.GetProperty("losses").GetArrayLength()));
        Assert.Equal([0, 3], training.GetProperty("checkpoints").EnumerateArray().Select(checkpoint => Number(checkpoint, "step")));
        var earlier = Assert.Single(experiment.GetProperty("earlier").EnumerateArray());
        Assert.Equal(["step", "loss", "held_out_loss", "accuracy", "verdict", "layers"], earlier.EnumerateObject()
            .Select(property => property.Name));
        Assert.Equal("layer", earlier.GetProperty("layers")[0].GetProperty("name").GetString());
        Assert.False(experiment.TryGetProperty("prediction", out _));

        using var seeds = JsonDocument.Parse(ensemble);
        var reached = seeds.RootElement.GetProperty("experiments")[0].GetProperty("ensemble").GetProperty("training");
        Assert.Equal(["loss", "held_out_loss", "accuracy"], reached.EnumerateObject().Select(property => property.Name));
        Assert.True(reached.GetProperty("loss").GetProperty("sd").GetDouble() > 0);
    }

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    [Theory]
    [InlineData("missing", " does not exist. An IDX file, MNIST's own format, is expected there, as it is or as .gz.")]
    [InlineData("cut", "cut.idx ends after 20 of 32 elements (8 × 2 × 2).")]
    [InlineData("text", "text.idx is not an IDX file: it must begin with two bytes 0, a type and a number of dimensions.")]
    [InlineData("wide", "wide.idx has 3 features a sample; files/wide says 4.")]
    [InlineData("few", "labels.idx has 8 labels.")]
    public async Task Data_that_are_missing_or_malformed_are_one_clear_line(string variant, string message)
    {
        var (code, _, error) = await _host.Run("run", "--filter", $"files/{variant}", "--figures", "none");

        Assert.Equal(2, code);
        Assert.EndsWith(message + "\n", error);
        Assert.Contains(variant == "missing" ? "nothing" : variant, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_pipe_that_closes_early_is_no_error()
    {
        if (OperatingSystem.IsWindows())
            return;

        var (code, output, error) = await _host.Shell("fanin --figures none --filter many | head -n 1; echo ${PIPESTATUS[0]}");

        Assert.Equal((0, ""), (code, error));
        Assert.EndsWith("\n0\n", output);
    }

    [Fact]
    public async Task A_full_disk_is_one_clear_line()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var (code, _, error) = await _host.Shell("fanin list > /dev/full");

        Assert.Equal(2, code);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Ctrl_c_ends_with_130_and_leaves_no_half_file()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var process = _host.Start("run", "--filter", "many", "--json", "results.json");
        await process.StandardOutput.ReadLineAsync();
        Process.Start("kill", ["-INT", process.Id.ToString()]).WaitForExit();
        var (code, _, error) = await HostProcess.Finish(process);

        Assert.Equal((130, "Cancelled.\n"), (code, error));
        Assert.All(Files(), file => Assert.Contains(Path.GetExtension(file), new[] { ".json", ".png", ".svg" }));
    }

    private IEnumerable<string> Files() =>
        Directory.GetFiles(_host.Folder.FullName, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_host.Folder.FullName, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
