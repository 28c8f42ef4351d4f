using System.Xml.Linq;
using FanIn.Generator.Tests.Hosting;

namespace FanIn.Generator.Tests.Emission;

/// <summary>The documentation that a user's editor shows of a generated class.</summary>
public class DocumentationTests
{
    private static readonly XElement Remarks = Document(Yaml.Clean + "description: \"a < b & c\"\n").Element("remarks")!;

    [Fact]
    public void It_names_the_file_and_the_input()
    {
        Assert.Contains("experiments/demo.yaml", Remarks.Value);
        Assert.Contains("8 × 3, normal", Remarks.Value);
    }

    [Fact]
    public void It_has_a_row_for_each_layer_and_the_number_of_parameters()
    {
        string[] rows = Remarks.Element("code")!.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(3, rows.Length);
        Assert.Matches(@"^layer\s+fan_in\s+fan_out\s+weights\s+bias\s+activation\s+parameters$", rows[0]);
        Assert.Matches(@"^layer\s+3\s+4\s+normal \{ std: sqrt\(1 / fan_in\) \}\s+none\s+tanh\s+12$", rows[1]);
        Assert.Matches(@"^total\s+12$", rows[2]);
    }

    [Fact]
    public void The_summary_is_the_files_description() =>
        Assert.Equal("a < b & c", Document(Yaml.Clean + "description: \"a < b & c\"\n").Element("summary")!.Value);

    [Fact]
    public void A_description_of_many_lines_stays_a_comment()
    {
        var project = Project.WithYaml(Yaml.Clean + "description: |\n  first\n  } class X { // </summary>\n  */ last\n");
        Compiler.AssertClean(project.Output);
        Assert.Contains("first } class X", Document(Yaml.Clean + "description: |\n  first\n  } class X {\n").Element("summary")!.Value);
    }

    [Fact]
    public void A_long_description_is_broken_into_lines_and_loses_nothing()
    {
        string description = string.Join(" ", Enumerable.Range(1, 200));
        string yaml = Yaml.Clean + $"description: {description}\n";
        string[] lines = [.. Document(yaml).Element("summary")!.Value.Trim().Split('\n').Select(line => line.Trim())];
        Assert.Equal(description, string.Join(" ", lines));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 110));
    }

    [Fact]
    public void A_description_without_blanks_stays_whole()
    {
        string description = new string('x', 500);
        Assert.Equal(description, Document(Yaml.Clean + $"description: {description}\n").Element("summary")!.Value.Trim());
    }

    private static XElement Document(string yaml)
    {
        var type = Project.WithYaml(yaml).Output.GetTypeByMetadataName("Demo.Clean")!;
        return XElement.Parse(type.GetDocumentationCommentXml()!);
    }
}
