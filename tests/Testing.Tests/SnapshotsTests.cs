using FanIn.Testing.Tests.Support;

namespace FanIn.Testing.Tests;

public sealed class SnapshotsTests
{
    [Fact]
    public Task Code_is_a_snapshot_and_not_compiled() => Snapshot.Verify("this would not compile", extension: "cs");

    [Fact]
    public void Every_verified_file_of_these_tests_has_its_test() =>
        Snapshot.CheckDangling([Samples.Variant.Definition.Id, Samples.Chapter.Definition.Id]);
}
