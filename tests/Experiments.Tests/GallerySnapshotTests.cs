using FanIn.Runtime.Experiments;
using FanIn.Testing;

namespace FanIn.Experiments.Tests;

/// <summary>Every histogram of the gallery is approved: a change of one count, on any machine, fails here.</summary>
public class GallerySnapshotTests
{
    public static TheoryData<string> Ids => new(ExperimentCatalog.All.Select(entry => entry.Definition.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Result(string id) => await Snapshot.Verify(GalleryRuns.Of(id).Result, id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_expectations_hold(string id) => Assert.Empty(GalleryRuns.Of(id).Failures);

    [Fact]
    public void Every_experiment_expects_something_and_says_what_it_shows()
    {
        foreach (var variants in ExperimentCatalog.All.Select(entry => entry.Definition).GroupBy(definition => definition.Name))
        {
            Assert.True(variants.Any(definition => definition.Expectations.Count > 0), $"{variants.Key} expects nothing");
            Assert.True(variants.First().Description.Length > 0, $"{variants.Key} is not described");
        }
    }

    [Fact]
    public void No_snapshot_is_left_of_an_experiment_that_is_gone() =>
        Snapshot.CheckDangling(ExperimentCatalog.All.Select(entry => entry.Definition.Id));
}
