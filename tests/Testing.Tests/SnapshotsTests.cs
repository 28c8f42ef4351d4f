using FanIn.Testing.Tests.Support;

namespace FanIn.Testing.Tests;

public sealed class SnapshotsTests
{
    [Fact]
    public void Every_verified_file_of_these_tests_has_its_test() =>
        Snapshot.CheckDangling([Samples.Variant.Definition.Id, Samples.Chapter.Definition.Id]);
}
