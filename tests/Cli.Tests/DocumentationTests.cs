using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests;

/// <summary>docs/commands.md says what the commands do, all of it.</summary>
public sealed class DocumentationTests
{
    private static readonly string Page =
        new StreamReader(typeof(DocumentationTests).Assembly.GetManifestResourceStream("commands.md")!).ReadToEnd();

    public static TheoryData<string> Commands => ["run", "check", "list", "explain", "approve"];

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
}
