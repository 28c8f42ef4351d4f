using FanIn.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis.Text;

namespace FanIn.Generator.Tests.Diagnostics;

/// <summary>A diagnostic points at the value that it is about, whatever the text around it is made of.</summary>
public class PositionTests
{
    private const string Misspelt = """
        # HEAD
        input: { batch: 8, features: 3, distribution: normal }
        layers:
          - dense: 4
            init: normal
            activation: [|tanhh|]

        """;

    public static TheoryData<string, string> Variants => new()
    {
        { "LF", Misspelt },
        { "CRLF", Misspelt.Replace("\n", "\r\n") },
        { "CR", Misspelt.Replace("\n", "\r") },
        { "tabs after values", Misspelt.Replace("init: normal", "init: normal\t# a tab\there") },
        { "tab before the value", Misspelt.Replace("activation: ", "activation:\t") },
        { "emoji before", Misspelt.Replace("HEAD", "😀 é 語") },
        {
            "flow style",
            Misspelt.Replace(
                "- dense: 4\n    init: normal\n    activation: [|tanhh|]",
                "- { dense: 4, init: normal, activation: [|tanhh|] }")
        },
        { "quoted", Misspelt.Replace("[|tanhh|]", "[|\"tanhh\"|]") },
        { "last line without an end", Misspelt.TrimEnd() },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void The_span_is_that_of_the_value(string variant, string marked)
    {
        var (text, start, length) = MarkedYaml.Parse(marked);
        var diagnostic = Assert.Single(Project.WithYaml(text).Result.Diagnostics);
        Assert.True(new TextSpan(start, length) == diagnostic.Location.SourceSpan, $"{variant}: {diagnostic}");
        Assert.Equal(SourceText.From(text).Lines.GetLinePositionSpan(new(start, length)), diagnostic.Location.GetLineSpan().Span);
    }

    [Fact]
    public void A_byte_order_mark_shifts_nothing()
    {
        var (text, start, length) = MarkedYaml.Parse(Misspelt);
        string path = Path.Combine(Directory.CreateTempSubdirectory("fanin").FullName, "bom.yaml");
        File.WriteAllText(path, text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var stream = File.OpenRead(path);
        var project = Project.WithYaml(SourceText.From(stream).ToString());
        var diagnostic = Assert.Single(project.Result.Diagnostics);
        Assert.Equal(new TextSpan(start, length), diagnostic.Location.SourceSpan);
    }

    [Fact]
    public void The_line_reads_as_dotnet_build_prints_it() => Assert.Matches(
        @"^/repo/demo/experiments/demo\.yaml\(6,17\): error FAN\d{4}: .*'?tanhh'?.*tanh",
        Assert.Single(Project.WithYaml(MarkedYaml.Parse(Misspelt).Text).Diagnostics));

    [Fact]
    public void All_errors_of_a_file_are_reported_at_once()
    {
        var project = Project.WithYaml("""
            input: { batch: 8, features: 3, distribution: norml }
            layers:
              - dense: 4
                init: normal
                activation: tanhh
            colour: red
            """);
        Assert.Equal([1, 5, 6], project.Result.Diagnostics.Select(d => d.Location.GetLineSpan().StartLinePosition.Line + 1).Order());
    }
}
