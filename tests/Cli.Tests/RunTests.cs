using FanIn.Cli.Tests.Fakes;

namespace FanIn.Cli.Tests;

public sealed class RunTests
{
    [Fact]
    public void Nothing_is_the_whole_gallery()
    {
        using var session = new Session();

        Assert.Equal(0, session.Run());

        Assert.Equal(["activation-histograms/tanh-xavier", "activation-histograms/tanh-he", "activation-histograms/relu-he", "deep-relu"],
            session.Catalog.Created.Select(created => created.Id));
        Assert.Contains("4 experiments, all 4 expectations hold.", session.Out);
        Assert.Empty(session.Error);
        Console.WriteLine(session.Out);
    }
}
