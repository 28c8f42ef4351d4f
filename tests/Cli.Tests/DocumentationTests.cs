using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests;

/// <summary>docs/commands.md says what the commands do, all of it; the README's file and its slip are what it says they are.</summary>
public sealed class DocumentationTests
{
    private static readonly string Page = Read("commands.md");
    private static readonly string Readme = Read("README.md");

    public static TheoryData<string> Commands => ["run", "check", "list", "advise", "explain", "approve", "schema"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_option_is_described(string command)
    {
        using var session = new Session();
        session.Run(command, "--help");

        string section = Page.Split("\n## ").Single(part => part.StartsWith(command + "\n", StringComparison.Ordinal));

        var options = session.OutLines
            .Where(line => line.StartsWith("  --", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ')[0])
            .Except(["--help"]);
        Assert.All(options, option => Assert.Contains(option, section));
    }

    [Theory]
    [InlineData("list initialisers he_normal")]
    public void What_is_printed_there_is_printed_here(string command)
    {
        using var session = new Session();

        session.Run(command.Split(' '));

        Assert.Contains($"$ dotnet run --project experiments -- {command}\n{session.Out}```\n", Page);
    }

    [Fact]
    public void The_readmes_file_is_read_and_its_slip_gives_its_message()
    {
        using var session = new Session();
        string yaml = Readme.Split("```yaml\n")[1].Split("```")[0];
        session.Write("experiments/mine.yaml", yaml);
        Assert.Equal(0, session.Run("check", "experiments/mine.yaml"));
        Assert.Equal("1 file, no errors.\n", session.Out);

        session.Write("experiments/mine.yaml", yaml.Replace("activation: relu", "activation: rellu"));
        Assert.Equal(1, session.Run("check", "experiments/mine.yaml"));
        Assert.StartsWith("experiments/mine.yaml(", session.OutLines[0]);
        Assert.Contains($"```\n{session.OutLines[0]}\n```\n", Readme);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(DocumentationTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
