using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Advice;

/// <summary>
/// The chapter's twelve networks have sixteen warnings, four of them none; what depth does comes at the depth where it does.
/// </summary>
public class ChapterAdviceTests
{
    private static readonly string Golden = Path.Combine(Repository.Root, "tests/Dsl.Tests/Data/chapter-advice.txt");

    [Theory]
    [InlineData("sigmoid", "std1", "3@1")]
    [InlineData("sigmoid", "std0.01", "4@1 6@2")]
    [InlineData("sigmoid", "xavier", "4@1 6@4")]
    [InlineData("sigmoid", "he", "4@1 6@4")]
    [InlineData("relu", "std1", "2@3 5@1")]
    [InlineData("relu", "std0.01", "1@3 4@1")]
    [InlineData("relu", "xavier", "")]
    [InlineData("relu", "he", "")]
    [InlineData("tanh", "std1", "3@1 5@1 7@5")]
    [InlineData("tanh", "std0.01", "1@3 4@1")]
    [InlineData("tanh", "xavier", "")]
    [InlineData("tanh", "he", "")]
    public void Each_has_its_warnings_at_the_item_of_its_layers(string activation, string scale, string expected) =>
        Assert.Equal(expected, Advices.Written(Advices.Network(activation, Advices.Scales.Single(pair => pair.Name == scale).Init)));

    [Theory]
    [InlineData("relu", "xavier", 9, "")]
    [InlineData("relu", "xavier", 10, "1@10 4@1")]
    [InlineData("relu", "he", 41, "")]
    [InlineData("relu", "he", 84, "8@42")]
    [InlineData("relu", "he", 85, "6@85 8@42")]
    [InlineData("tanh", "he", 57, "")]
    [InlineData("tanh", "he", 58, "7@58")]
    [InlineData("tanh", "he", 69, "7@58")]
    [InlineData("tanh", "he", 70, "5@1 7@58")]
    [InlineData("tanh", "xavier", 284, "")]
    [InlineData("tanh", "xavier", 285, "4@1")]
    public void Depth_decides(string activation, string scale, int depth, string expected) =>
        Assert.Equal(expected, Advices.Written(Advices.Network(activation, Advices.Scales.Single(pair => pair.Name == scale).Init, depth)));

    [Fact]
    public void Together_they_are_one_warning_for_each_rule_with_its_variants()
    {
        var diagnostics = Advices.Of(Advices.Chapter);
        Assert.Equal(
            ["FAN1001", "FAN1002", "FAN1003", "FAN1004", "FAN1005", "FAN1006", "FAN1007"], diagnostics.Select(diagnostic => diagnostic.Id));
        string[] labels = [.. Reads.Good(Advices.Chapter).Variants.Select(variant => variant.Label)];
        Assert.Equal(16, diagnostics.Sum(diagnostic => labels.Count(label => Before(diagnostic.Message).Contains($" {label}"))));
        Assert.All(diagnostics, diagnostic => Assert.DoesNotContain("relu-he", diagnostic.Message));

        static string Before(string message) => message[..message.IndexOf(" Meant?", StringComparison.Ordinal)] + " ";
    }

    /// <summary>FANIN_UPDATE=1 writes the file anew.</summary>
    [Fact]
    public void Their_messages_are_those_of_the_golden_file()
    {
        string actual = string.Concat(Advices.Of(Advices.Chapter).Select(diagnostic => diagnostic + "\n"));
        if (Repository.Updates)
            File.WriteAllText(Golden, actual);
        else
            Assert.Equal(File.ReadAllText(Golden), actual);
    }

    /// <summary>What a message says to write is what keeps its warning away.</summary>
    [Fact]
    public void The_allowances_that_the_messages_write_are_enough()
    {
        string yaml = Advices.Chapter + "allow:\n" + string.Concat(Advices.Of(Advices.Chapter).SelectMany(diagnostic =>
        {
            string[] parts = diagnostic.Message[diagnostic.Message.IndexOf('[')..].Trim('[', '.', ']').Split("}, ");
            return parts.Select(part => $"  - {part.TrimEnd('}')}}}\n");
        }));
        Assert.Empty(Advices.Of(yaml));
    }
}
