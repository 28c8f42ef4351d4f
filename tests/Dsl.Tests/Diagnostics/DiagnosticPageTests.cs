using System.Text.RegularExpressions;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Diagnostics;

/// <summary>Each rule has a page, and each page's examples do what it says. FANIN_UPDATE=1 writes the messages anew.</summary>
public partial class DiagnosticPageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs/diagnostics");

    /// <summary>Rules that no text of one file can break.</summary>
    private static readonly string[] WithoutExample = ["FAN0001", "FAN0002"];

    public static TheoryData<string> Ids => new(DiagnosticCatalog.All.Select(rule => rule.Id));

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(DiagnosticCatalog.All.Select(rule => Path.GetFileName(rule.Page)), Directory.GetFiles(Folder, "FAN*.md")
            .Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_count_through() =>
        Assert.All(new[] { false, true }, isAdvice =>
        {
            var ids = DiagnosticCatalog.All.Where(rule => rule.IsAdvice == isAdvice).Select(rule => rule.Id).ToList();
            Assert.Equal(Enumerable.Range(isAdvice ? 1001 : 1, ids.Count).Select(number => $"FAN{number:0000}"), ids);
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_starts_with_its_rule(string id)
    {
        var rule = DiagnosticCatalog.Find(id)!;

        Assert.StartsWith($"# {id}: {rule.Title}\n\n{rule.Explanation}\n", Page(id), StringComparison.Ordinal);
        Assert.Same(rule, DiagnosticCatalog.Find(id.ToLowerInvariant()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_pages_wrong_example_gives_the_message_and_its_right_one_reads_clean(string id)
    {
        string page = Page(id);
        var blocks = Blocks().Matches(page);
        if (WithoutExample.Contains(id))
        {
            Assert.DoesNotContain(blocks, block => block.Groups["kind"].Value == "yaml");
            return;
        }

        var yaml = blocks.Where(block => block.Groups["kind"].Value == "yaml").Select(block => block.Groups["text"].Value).ToList();
        var shown = Assert.Single(blocks, block => block.Groups["kind"].Value == "text").Groups["text"];
        string actual = string.Concat(Messages(yaml[..^1]).Select(diagnostic => diagnostic + "\n"));
        Assert.Contains($" {id}: ", actual, StringComparison.Ordinal);
        if (Repository.Updates)
            File.WriteAllText(PathOf(id), page.Remove(shown.Index, shown.Length).Insert(shown.Index, actual));
        else
            Assert.Equal(shown.Value, actual);
        Assert.Empty(Reads.Read(yaml[^1], "mine.yaml").Diagnostics);
    }

    /// <summary>What the wrong example gives; several files are checked for names that they share.</summary>
    private static IEnumerable<Diagnostic> Messages(List<string> files) => files.Count == 1
        ? Reads.Read(files[0], "mine.yaml").Diagnostics
        : DuplicateNames.Find(files.Select((text, i) => Reads.Read(text, i == 0 ? "mine.yaml" : "other.yaml").Outline!));

    private static string PathOf(string id) => Path.Combine(Folder, id + ".md");

    private static string Page(string id) => File.ReadAllText(PathOf(id));

    [GeneratedRegex("```(?<kind>yaml|text)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
