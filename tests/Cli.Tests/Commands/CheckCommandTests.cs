using FanIn.Cli.Hosting;
using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private const string Good =
        """
        input: { batch: 10, features: 4 }
        layers:
          - dense: 4
            init: he_normal
            activation: relu

        """;

    private readonly Session _session = new();

    public CheckCommandTests() => _session.Project = new ProjectFolder(_session.Folder.FullName, ["experiments/**/*.yaml"]);

    public void Dispose() => _session.Dispose();

    [Fact]
    public void All_is_well()
    {
        _session.Write("experiments/good.yaml", Good);
        _session.Write("experiments/more/better.yaml", Good);
        _session.Write("elsewhere.yaml", "not: one");

        Assert.Equal(0, _session.Run("check"));

        Assert.Equal("2 files, no errors.\n", _session.Out);
        Assert.Empty(_session.Error);
    }

    [Fact]
    public void Errors_are_shown_as_compilers_do_all_at_once()
    {
        string bad = Good.Replace("he_normal", "he_norml", StringComparison.Ordinal).Replace("relu", "rellu", StringComparison.Ordinal);
        _session.Write("experiments/mine.yaml", bad);

        Assert.Equal(1, _session.Run("check"));

        string[] lines = _session.OutLines;
        Assert.StartsWith("experiments/mine.yaml(4,11): error FAN0017: ", lines[0]);
        Assert.Contains("he_normal", lines[0]);
        Assert.Equal("  4 |     init: he_norml", lines[1]);
        Assert.Equal("    |           ^^^^^^^^", lines[2]);
        Assert.StartsWith("experiments/mine.yaml(5,17): error FAN0017: ", lines[3]);
        Assert.Equal("  5 |     activation: rellu", lines[4]);
        Assert.Equal("    |                 ^^^^^", lines[5]);
        Assert.Equal("1 file, 2 errors.", lines[6]);
    }

    [Fact]
    public void Wide_characters_before_the_error_do_not_shift_its_mark()
    {
        _session.Write("experiments/mine.yaml", "description: { 日本😀: 1 }\n" + Good);

        Assert.Equal(1, _session.Run("check"));

        string line = _session.OutLines.First(text => text.Contains('日'));
        string mark = _session.OutLines[Array.IndexOf(_session.OutLines, line) + 1];
        Assert.Equal("  1 | description: { 日本😀: 1 }", line);
        Assert.Matches(@"^    \| {14,15}\^+$", mark);
    }

    [Fact]
    public void Characters_that_a_terminal_would_obey_are_not_sent_to_it()
    {
        _session.Write("experiments/mine.yaml", "description: \u001b[31mred\u0007\n" + Good);

        Assert.Equal(1, _session.Run("check"));

        Assert.DoesNotContain(_session.Out, c => char.IsControl(c) && c != '\n');
        Assert.Contains("description: \uFFFD[31mred\uFFFD", _session.Out);
    }

    [Fact]
    public void A_long_line_is_cut_around_the_error()
    {
        string blanks = new(' ', 300);
        string bad = Good.Replace("{ batch: 10,", $"{{ batch: 10, {blanks}wrong_key: 1, {blanks}", StringComparison.Ordinal);
        _session.Write("experiments/mine.yaml", bad);

        Assert.Equal(1, _session.Run("check"));

        var (line, mark) = (_session.OutLines[1], _session.OutLines[2]);
        Assert.InRange(line.Length, 20, 80);
        Assert.Equal("wrong_key", line.Substring(mark.IndexOf('^', StringComparison.Ordinal), mark.Count(c => c == '^')));
    }

    [Fact]
    public void Two_files_with_one_name_are_an_error_in_both()
    {
        _session.Write("experiments/a.yaml", "experiment: twin\n" + Good);
        _session.Write("experiments/b.yaml", "experiment: twin\n" + Good);

        Assert.Equal(1, _session.Run("check"));

        Assert.Contains("experiments/a.yaml(1,13): error FAN0032: ", _session.Out);
        Assert.Contains("experiments/b.yaml(1,13): error FAN0032: ", _session.Out);
        Assert.EndsWith("2 files, 2 errors.\n", _session.Out);
    }

    [Fact]
    public void Named_files_and_folders_are_checked_alone_and_once()
    {
        _session.Write("experiments/bad.yaml", "nothing");
        _session.Write("other/good.yaml", Good);

        Assert.Equal(0, _session.Run("check", "other", "other/good.yaml"));

        Assert.Equal("1 file, no errors.\n", _session.Out);
    }

    [Fact]
    public void A_file_that_can_not_be_read_is_exit_code_2_and_the_others_are_checked()
    {
        _session.Write("experiments/good.yaml", Good);
        File.WriteAllBytes(Path.Combine(_session.Folder.FullName, "experiments/latin.yaml"), [0x61, 0xE9, 0x62]);

        Assert.Equal(2, _session.Run("check", "nowhere.yaml", "experiments"));

        Assert.StartsWith("nowhere.yaml: error FAN0002: The file can't be read. There is no such file.\n", _session.Error);
        Assert.Contains("experiments/latin.yaml: error FAN0002: The file can't be read. It is not UTF-8 text.", _session.Error);
        Assert.Equal("3 files, no errors, 2 files not read.\n", _session.Out);
    }

    [Fact]
    public void A_sole_file_that_can_not_be_read_is_not_called_free_of_errors()
    {
        Assert.Equal(2, _session.Run("check", "nowhere.yaml"));

        Assert.Equal("1 file, which can't be read.\n", _session.Out);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("\0\0\0")]
    [InlineData("[[[[[[[[")]
    public void Whatever_stands_in_a_file_is_an_error_at_a_place(string text)
    {
        _session.Write("experiments/mine.yaml", text);

        Assert.Equal(1, _session.Run("check"));

        Assert.Matches(@"^experiments/mine\.yaml\(\d+,\d+\): error FAN\d{4}: ", _session.Out);
    }

    [Fact]
    public void So_is_a_file_of_many_megabytes()
    {
        _session.Write("experiments/mine.yaml", string.Concat(Enumerable.Repeat("# a line that says nothing at all\n", 300_000)));

        Assert.Equal(1, _session.Run("check"));

        Assert.Contains("error FAN0010: ", _session.Out);
    }

    [Fact]
    public void Without_a_project_files_must_be_named()
    {
        _session.Project = null;

        Assert.Equal(2, _session.Run("check"));

        Assert.Equal("There is no project here. Name the files: fanin check FILE…\n", _session.Error);
    }
}
