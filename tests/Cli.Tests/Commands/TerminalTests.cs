using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests.Commands;

/// <summary>Colour and animation are for terminals whose user did not refuse them.</summary>
public sealed class TerminalTests
{
    private const char Escape = '\u001b';

    private static readonly string[] All =
    [
        "run", "run --filter nothing", "list", "list initialisers", "list initialisers he_normal", "explain", "run --help", "--help",
        "check .", "approve --list .",
    ];

    public static TheoryData<string> Commands => [.. All];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Piped_output_has_no_escape_bytes(string command)
    {
        using var session = new Session();

        session.Run(command.Split(' '));

        Assert.DoesNotContain(Escape, session.Out + session.Error);
        Assert.DoesNotContain('\r', session.Out + session.Error);
        Assert.NotEmpty(session.Out + session.Error);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public void Nor_has_the_output_of_who_wants_it_plain(string variable, string value)
    {
        foreach (string command in All)
        {
            using var session = new Session { IsTerminal = true };
            session.Variables[variable] = value;

            session.Run(command.Split(' '));

            Assert.DoesNotContain(Escape, session.Out + session.Error);
        }
    }

    [Fact]
    public void Colour_changes_nothing_but_the_colour()
    {
        using var plain = new Session();
        using var colourful = new Session { IsTerminal = true };

        plain.Run("run", "--figures", "none");
        colourful.Run("run", "--figures", "none");

        Assert.Contains(Escape, colourful.Out);
        Assert.Equal(plain.Out, WithoutStyles(colourful.Out));
    }

    [Fact]
    public void A_layer_that_hardly_sees_its_input_is_set_off()
    {
        using var session = new Session { IsTerminal = true };

        session.Run("run", "--filter", "deep-relu", "--figures", "none");

        Assert.Matches("\u001b\\[33m *0\\.00300 %", session.Out);
    }

    [Fact]
    public void Progress_is_drawn_on_stderr_and_taken_away()
    {
        using var session = new Session { IsTerminal = true };

        session.Run("run", "--json", "-");

        Assert.Contains("1/4  activation-histograms/tanh-he", session.Error);
        Assert.EndsWith("\r\u001b[2K", session.Error);
        Assert.DoesNotContain('\n', session.Error);
        Assert.DoesNotContain("1/4", session.Out);
    }

    [Fact]
    public void A_continuous_integration_log_gets_colour_but_no_animation()
    {
        using var session = new Session { IsTerminal = true };
        session.Variables["CI"] = "true";

        session.Run();

        Assert.Empty(session.Error);
    }

    [Fact]
    public void Lines_end_with_a_line_feed_alone_and_without_blanks()
    {
        using var session = new Session();

        session.Run();

        Assert.All(session.OutLines, line => Assert.Equal(line.TrimEnd(), line));
    }

    private static string WithoutStyles(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\u001b\\[[0-9;]*m", "");
}
