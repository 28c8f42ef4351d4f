using System.Text.RegularExpressions;
using FanIn.Dsl.Diagnostics;
using FanIn.Generator.Diagnostics;
using FanIn.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;

namespace FanIn.Generator.Tests.Diagnostics;

/// <summary>The rules, the compiler's descriptors of them, the release notes and the pages say the same.</summary>
public partial class CatalogTests
{
    public static TheoryData<string> Ids => new(DiagnosticCatalog.All.Select(rule => rule.Id));

    [Fact]
    public void Every_rule_has_a_descriptor_and_no_descriptor_is_without_rule() =>
        Assert.Equal(DiagnosticCatalog.All.Select(rule => rule.Id).Order(), DiagnosticReporter.Descriptors.Keys.Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_descriptor_says_what_the_rule_says(string id)
    {
        var rule = DiagnosticCatalog.Find(id)!;
        var descriptor = DiagnosticReporter.Descriptors[id];
        Assert.Equal(rule.Severity.ToString(), descriptor.DefaultSeverity.ToString());
        Assert.Equal($"docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Equal(rule.Title, descriptor.Title.ToString());
    }

    [Fact]
    public void The_release_notes_list_every_rule_with_its_severity()
    {
        var listed = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadLines(Repository.Path("src/Generator", file)))
            .Select(line => ReleaseRow().Match(line))
            .Where(row => row.Success)
            .Select(row => $"{row.Groups["id"].Value} {row.Groups["category"].Value} {row.Groups["severity"].Value}");
        Assert.Equal(DiagnosticCatalog.All.Select(rule => $"{rule.Id} {rule.Category} {rule.Severity}").Order(), listed.Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page(string id) =>
        Assert.Contains(id, File.ReadLines(Repository.Path("docs/diagnostics", id + ".md")).First());

    [Fact]
    public void Every_page_has_a_rule() => Assert.All(
        Directory.GetFiles(Repository.Path("docs/diagnostics"), "FAN*.md"),
        page => Assert.NotNull(DiagnosticCatalog.Find(Path.GetFileNameWithoutExtension(page))));

    [GeneratedRegex(@"^(?<id>FAN\d{4})\s*\|\s*(?<category>FanIn(\.Advice)?)\s*\|\s*(?<severity>\w+)\s*\|")]
    private static partial Regex ReleaseRow();
}
