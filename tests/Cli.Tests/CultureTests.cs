using System.Globalization;
using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests;

public sealed class CultureTests
{
    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Nothing_that_is_printed_depends_on_the_culture(string culture)
    {
        string[] commands =
        [
            "run", "run --json -", "run --filter DEEP-RELU --seed 7 --threads 2", "run --filter tanH-XAVIER", "run --help",
            "list", "list INITIALISERS", "explain fan0014",
        ];

        Assert.All(commands, command =>
            Assert.Equal(Print(command, CultureInfo.InvariantCulture), Print(command, new CultureInfo(culture))));
    }

    private static string Print(string command, CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            using var session = new Session();
            int code = session.Run(command.Split(' '));
            return string.Create(CultureInfo.InvariantCulture, $"{code}\n{session.Out}\n{session.Error}");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
