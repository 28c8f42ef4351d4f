using DiffEngine;
using FanIn.Testing.Files;
using FanIn.Testing.Tests.Support;
using FanIn.Testing.Verification;

namespace FanIn.Testing.Tests.Verification;

public sealed class DiffEngineToolTests
{
    [Fact]
    public void Nothing_is_launched_where_DiffEngine_is_disabled()
    {
        using var folder = new TemporaryFolder();
        var before = DiffRunner.Disabled;
        DiffRunner.Disabled = true;
        try
        {
            // DiffEngine refuses files that do not exist, so that reaching it would throw.
            new DiffEngineTool().Open(new SnapshotFiles(folder.Path, "A.B"));
            new DiffEngineTool().Close(new SnapshotFiles(folder.Path, "A.B"));
        }
        finally
        {
            DiffRunner.Disabled = before;
        }

        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
