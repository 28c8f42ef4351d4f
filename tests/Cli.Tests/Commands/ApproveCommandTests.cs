using FanIn.Cli.Hosting;
using FanIn.Cli.Tests.Fakes;
using FanIn.Runtime.Experiments;
using FanIn.Testing.Text;

namespace FanIn.Cli.Tests.Commands;

public sealed class ApproveCommandTests : IDisposable
{
    private static readonly long[] Hill = [1, 2, 3, 4, 5, 6, 7, 8, 7, 6, 5, 4, 3, 2, 1];

    private Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Nothing_waits()
    {
        Assert.Equal(0, _session.Run("approve", "."));

        Assert.Equal($"No snapshot waits below {_session.Folder.FullName}.\n", _session.Out);
    }

    [Fact]
    public void Without_a_repository_nobody_knows_where_the_tests_are()
    {
        Assert.Equal(0, _session.Run("approve"));

        Assert.Equal(
            $"No snapshot waits below {_session.Folder.FullName}. There is "
            + $"no repository around it: name the tests' folder, fanin approve FOLDER\n",
            _session.Out);

        _session.Write("all.slnx", "");
        _session.Run("approve");

        Assert.Equal($"No snapshot waits below {_session.Folder.FullName}.\n", _session.Out);
    }

    [Fact]
    public void The_list_shows_what_differs_and_how_to_decide()
    {
        Pending("HistogramTests.Tanh", Text(Hill), Text([.. Hill[..14], 9]));

        Assert.Equal(1, _session.Run("approve", "--list", "."));

        Assert.StartsWith("HistogramTests.Tanh  changed\n  tests/HistogramTests.Tanh.received.txt\n", _session.Out);
        Assert.Contains("hidden1 activations  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁  →  ▁▂▃▄▅▆▇█▇▆▅▄▃▂█\n", _session.Out);
        Assert.Contains("1 -> 9 (+8)", _session.Out);
        Assert.EndsWith("To decide: fanin approve --accept NAME\n--reject NAME refuses; all stands for all of them.\n", _session.Out);
        Assert.True(_session.Exists("tests/HistogramTests.Tanh.received.txt"));
    }

    [Fact]
    public void A_new_snapshot_shows_what_it_is_of_and_its_shapes()
    {
        Pending("HistogramTests.New", verified: null, Text(Hill));

        Assert.Equal(1, _session.Run("approve", "."));

        Assert.StartsWith("HistogramTests.New  new\n  tests/HistogramTests.New.received.txt\n", _session.Out);
        Assert.Contains("\n  tanh · philox, seed 0 · float64\n  hidden1 activations  ▁▂▃▄▅▆▇█▇▆▅▄▃▂▁\n", _session.Out);
    }

    [Fact]
    public void A_new_text_of_another_kind_shows_its_start()
    {
        Pending("OtherTests.Svg", verified: null, string.Join('\n', Enumerable.Range(1, 100).Select(i => $"line {i}")));

        Assert.Equal(1, _session.Run("approve", "."));

        Assert.Contains("\n  line 1\n", _session.Out);
        Assert.Contains("\n  … 88 lines more\n", _session.Out);
    }

    [Fact]
    public void Accepting_makes_the_received_file_the_verified_one()
    {
        string received = Text([.. Hill[..14], 9]);
        Pending("HistogramTests.Tanh", Text(Hill), received);
        Pending("HistogramTests.Relu", verified: null, received);

        Assert.Equal(0, _session.Run("approve", ".", "--accept", "HistogramTests.Tanh"));

        Assert.Equal("accepted tests/HistogramTests.Tanh.verified.txt\n", _session.Out);
        Assert.False(_session.Exists("tests/HistogramTests.Tanh.received.txt"));
        Assert.Equal(received, Read("tests/HistogramTests.Tanh.verified.txt"));
        Assert.True(_session.Exists("tests/HistogramTests.Relu.received.txt"));
        Assert.Equal(1, _session.Run("approve", ".", "--list"));
    }

    [Fact]
    public void Rejecting_leaves_the_verified_file_as_it_was()
    {
        Pending("HistogramTests.Tanh", Text(Hill), Text([.. Hill[..14], 9]));

        Assert.Equal(0, _session.Run("approve", ".", "--reject", "all"));

        Assert.False(_session.Exists("tests/HistogramTests.Tanh.received.txt"));
        Assert.Equal(Text(Hill), Read("tests/HistogramTests.Tanh.verified.txt"));
        Assert.Equal(0, _session.Run("approve", "."));
    }

    [Fact]
    public void A_pattern_decides_about_several()
    {
        foreach (string name in new[] { "HistogramTests.Tanh", "HistogramTests.Relu", "OtherTests.Tanh" })
            Pending(name, verified: null, Text(Hill));

        Assert.Equal(0, _session.Run("approve", ".", "--accept", "HistogramTests.*", "--reject", "Other*"));

        Assert.Equal(
            ["HistogramTests.Relu.verified.txt", "HistogramTests.Tanh.verified.txt"],
            Directory.GetFiles(Path.Combine(_session.Folder.FullName, "tests")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_name_that_is_no_snapshots_changes_nothing()
    {
        Pending("HistogramTests.Tanh", verified: null, Text(Hill));

        Assert.Equal(2, _session.Run("approve", ".", "--accept", "HistogramTests.Tanh", "--accept", "HistogramTests.Tnah"));

        Assert.StartsWith("No waiting snapshot is named 'HistogramTests.Tnah'. Did you mean 'HistogramTests.Tanh'?", _session.Error);
        Assert.True(_session.Exists("tests/HistogramTests.Tanh.received.txt"));
    }

    [Fact]
    public void Nothing_is_both_accepted_and_rejected()
    {
        Pending("HistogramTests.Tanh", verified: null, Text(Hill));

        Assert.Equal(2, _session.Run("approve", ".", "--accept", "all", "--reject", "*Tanh"));

        Assert.True(_session.Exists("tests/HistogramTests.Tanh.received.txt"));
    }

    [Theory]
    [InlineData("aaa", 0, "A.verified B.verified C.verified", "3 accepted, 0 rejected, 0 still waiting.")]
    [InlineData("rRr", 0, "", "0 accepted, 3 rejected, 0 still waiting.")]
    [InlineData("asA", 1, "A.verified B.received C.verified", "2 accepted, 0 rejected, 1 still waiting.")]
    [InlineData("aq", 1, "A.verified B.received C.received", "1 accepted, 0 rejected, 2 still waiting.")]
    [InlineData("x1\rrq", 1, "B.received C.received", "0 accepted, 1 rejected, 2 still waiting.")]
    public void At_a_keyboard_each_is_asked_about(string keys, int code, string left, string summary)
    {
        _session.Dispose();
        _session = new Session { Keys = keys };
        foreach (string name in new[] { "A", "B", "C" })
            Pending(name, verified: null, Text(Hill));

        Assert.Equal(code, _session.Run("approve", "."));

        var files = Directory.GetFiles(Path.Combine(_session.Folder.FullName, "tests")).Select(Path.GetFileNameWithoutExtension).Order();
        Assert.Equal(left, string.Join(' ', files));
        Assert.StartsWith("1/3  A  new\n", _session.Out);
        Assert.EndsWith(summary + "\n", _session.Out);
    }

    [Fact]
    public void Ctrl_c_ends_the_questions()
    {
        _session.Dispose();
        _session = new Session { Keys = "a\u0003" };
        foreach (string name in new[] { "A", "B" })
            Pending(name, verified: null, Text(Hill));

        Assert.Equal(130, _session.Run("approve", "."));

        Assert.True(_session.Exists("tests/A.verified.txt"));
        Assert.True(_session.Exists("tests/B.received.txt"));
    }

    [Fact]
    public void The_repository_around_the_project_is_searched()
    {
        _session.Folder.CreateSubdirectory(".git");
        _session.Project = new ProjectFolder(_session.Folder.CreateSubdirectory("experiments").FullName, []);
        Pending("HistogramTests.Tanh", verified: null, Text(Hill));

        Assert.Equal(1, _session.Run("approve"));

        Assert.StartsWith("HistogramTests.Tanh  new\n", _session.Out);
    }

    private void Pending(string name, string? verified, string received)
    {
        _session.Write($"tests/{name}.received.txt", "\uFEFF" + received);
        if (verified is not null)
            _session.Write($"tests/{name}.verified.txt", "\uFEFF" + verified);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_session.Folder.FullName, path));

    private static string Text(long[] counts)
    {
        var catalog = new FakeCatalog();
        var layer = catalog.Layer;
        catalog.Layer = (definition, written, number) =>
            layer(definition, written, number) with { Activations = FakeCatalog.Statistics(counts, 0.25) };
        using var experiment = new FakeExperiment(FakeCatalog.Definition("tanh", layers: 1), new ExperimentOptions(), catalog);
        return SnapshotText.Write(experiment.ToResult());
    }
}
