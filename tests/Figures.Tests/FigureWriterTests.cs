using FanIn.Runtime.Results;

namespace FanIn.Figures.Tests;

public sealed class FigureWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fanin-figures-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_matrix_gives_its_figures_and_a_sheet()
    {
        var results = Chapter.All.Take(2).Append(Sample.Result(Sample.Layer(1, Sample.Tensor(1, 2)))).ToList();
        var paths = FigureWriter.Write(results, _folder);

        string[] expected =
        [
            "activation-histograms/sigmoid-std1.png", "activation-histograms/sigmoid-std1.svg",
            "activation-histograms/sigmoid-std0.01.png", "activation-histograms/sigmoid-std0.01.svg",
            "sample.png", "sample.svg", "activation-histograms.png", "activation-histograms.svg",
        ];
        Assert.Equal(expected, paths.Select(path => Path.GetRelativePath(_folder, path).Replace('\\', '/')));
        Assert.Equal(paths.Order(), Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Order());
        Assert.Equal(ExperimentFigure.ToBytes(results[1], FigureFormat.Svg), File.ReadAllBytes(paths[3]));
        Assert.Equal(ContactSheet.ToBytes(results.Take(2).ToList(), FigureFormat.Png), File.ReadAllBytes(paths[6]));
    }

    [Fact]
    public void Drawn_side_by_side_the_files_are_the_same_and_progress_is_told()
    {
        var told = new List<(int, int)>();
        var one = FigureWriter.Write(Chapter.All, In("one"));
        var several = FigureWriter.Write(
            Chapter.All, In("several"), new FigureRun { Threads = 4, Drawn = (drawn, all) => told.Add((drawn, all)) });

        Assert.Equal(
            one.Select(path => Path.GetRelativePath(In("one"), path)), several.Select(path => Path.GetRelativePath(In("several"), path)));
        Assert.All(one.Zip(several), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
        Assert.Equal(Enumerable.Range(1, 13).Select(i => (i, 13)), told);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Of_several_that_cannot_be_written_the_first_is_told_and_those_before_it_are_there(int threads)
    {
        foreach (var label in (string[])["relu-std1", "tanh-he"])
            Directory.CreateDirectory(In($"activation-histograms/{label}.png"));

        var thrown = Assert.ThrowsAny<SystemException>(
            () => FigureWriter.Write(Chapter.All, _folder, new FigureRun { Threads = threads }));

        Assert.Contains("relu-std1.png", thrown.Message, StringComparison.Ordinal);
        foreach (var label in Chapter.Labels().TakeWhile(label => label != "relu-std1"))
            Assert.True(File.Exists(In($"activation-histograms/{label}.svg")), label);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder, ".*", SearchOption.AllDirectories), path => true);
    }

    [Fact]
    public void A_cancelled_run_stops_before_the_next_file()
    {
        using var cancellation = new CancellationTokenSource();
        var run = new FigureRun { Cancellation = cancellation.Token, Drawn = (_, _) => cancellation.Cancel() };

        Assert.Throws<OperationCanceledException>(() => FigureWriter.Write(Chapter.All, _folder, run));

        Assert.Equal(2, Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public void No_results_no_files()
    {
        Assert.Empty(FigureWriter.Write(Array.Empty<ExperimentResult>(), _folder));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void The_extension_decides_whatever_its_case()
    {
        ExperimentFigure.Save(Chapter.All[0], In("a.SVG"));
        ExperimentFigure.Save(Chapter.All[0], In("a.Png"));

        Assert.StartsWith("<?xml", File.ReadAllText(In("a.SVG")), StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(In("a.Png")).Take(4));
    }

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a")]
    [InlineData("png")]
    public void Another_extension_is_refused_before_anything_is_written(string name)
    {
        var thrown = Assert.Throws<ArgumentException>(() => ExperimentFigure.Save(Chapter.All[0], In(name)));

        Assert.Contains(".png or .svg", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(name, thrown.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void An_old_figure_is_replaced()
    {
        File.WriteAllText(In("a.svg"), "old");
        ContactSheet.Save(Chapter.All, In("a.svg"));

        Assert.Equal(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg), File.ReadAllBytes(In("a.svg")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void A_figure_that_cannot_be_written_leaves_nothing_behind()
    {
        Directory.CreateDirectory(In("a.svg"));

        Assert.ThrowsAny<SystemException>(() => ExperimentFigure.Save(Chapter.All[0], In("a.svg")));
        Assert.Equal([In("a.svg")], Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void A_stream_takes_the_same_bytes_and_stays_open()
    {
        using var stream = new MemoryStream();
        ExperimentFigure.Save(Chapter.All[0], stream, FigureFormat.Svg);
        var length = stream.Length;
        ContactSheet.Save(Chapter.All, stream, FigureFormat.Svg);

        Assert.Equal(ExperimentFigure.ToBytes(Chapter.All[0], FigureFormat.Svg), stream.ToArray().Take((int)length));
        Assert.Equal(ContactSheet.ToBytes(Chapter.All, FigureFormat.Svg), stream.ToArray().Skip((int)length));
    }

    private string In(string name) => Path.Combine(_folder, name);
}
