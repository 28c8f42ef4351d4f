using FanIn.Dsl.Advice;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Text;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Tests.Advice;

/// <summary>The gallery shows many ills on purpose, and says so.</summary>
public class GalleryAdviceTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "experiments");

    public static TheoryData<string> Files => new(Directory.GetFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file))
        .Where(file => !file.StartsWith("bin", StringComparison.Ordinal) && !file.StartsWith("obj", StringComparison.Ordinal)));

    /// <summary>
    /// What fails here is a warning that is not allowed, or an allowance that nothing needs: the message says what to write.
    /// </summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_read_without_a_warning(string file) =>
        Assert.Empty(
            Reads.Read(File.ReadAllText(Path.Combine(Folder, file)), file).Diagnostics.Select(diagnostic => diagnostic.ToString()));

    /// <summary>What the compiler looks at finds what a run will say.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Findings_are_those_of_the_predictions(string file)
    {
        var sketches = new NetworkSketches();
        foreach (var variant in Reads.Read(File.ReadAllText(Path.Combine(Folder, file)), file).Experiment!.Variants)
        {
            var sketch = sketches.Sketch(variant);
            var (alone, prediction) = (NetworkFindings.Of(sketch), NetworkPredictor.Predict(sketch));
            Assert.Equal(prediction.Obstacle, alone.Obstacle);
            Assert.Equal(
                prediction.Findings.Select(finding => (finding.Kind, finding.Layer, Words.Rounded(finding.Value))),
                alone.Findings.Select(finding => (finding.Kind, finding.Layer, Words.Rounded(finding.Value))));
        }
    }
}
