using System.Text;
using System.Text.RegularExpressions;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Tests.Vocabulary;

/// <summary>docs/language.md says what the table says, and its examples are read. FANIN_UPDATE=1 writes its generated part anew.</summary>
public partial class LanguagePageTests
{
    private const string Start = "<!-- vocabulary: generated from src/Dsl/Vocabulary, see LanguagePageTests -->\n";
    private const string End = "<!-- end of vocabulary -->\n";

    private static readonly string PagePath = Path.Combine(Repository.Root, "docs/language.md");

    private static string Page => File.ReadAllText(PagePath);

    [Fact]
    public void The_generated_part_is_what_the_table_says()
    {
        string page = Page;
        int start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        string expected = Tables();
        if (Repository.Updates)
            File.WriteAllText(PagePath, page[..start] + expected + page[end..]);
        else
            Assert.Equal(expected, page[start..end]);
    }

    [Fact]
    public void The_page_shows_the_file_that_the_tests_read() =>
        Assert.Contains("```yaml\n" + Repository.ChapterFile + "```", Page, StringComparison.Ordinal);

    [Fact]
    public void Each_whole_example_of_the_page_is_read()
    {
        var examples = Examples().Matches(Page).Select(match => match.Groups[1].Value)
            .Where(text => text.Contains("layers:", StringComparison.Ordinal)).ToList();

        Assert.True(examples.Count >= 2);
        Assert.All(examples, example => Reads.Good(example));
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        KeyTable[] tables =
        [
            Keys.Experiment, Keys.SpawnedSeed, Keys.PhiloxSeed, Keys.Parameter, Keys.Input, Keys.Layer, Keys.OtherLayer, Keys.Residual,
            Keys.Block, Keys.Histogram, Keys.Expectation, Keys.Interval, Keys.Figure, Keys.Allowance, Keys.Matrix, Keys.Training,
            Keys.GaussianMixture, Keys.Idx,
        ];
        foreach (var table in tables)
        {
            text.Append($"\n### Keys of {table.What}\n\n| key | default | meaning |\n| --- | --- | --- |\n");
            foreach (var key in table.Entries)
                text.Append($"| `{key.Name}` | {key.Default ?? "required"} | {key.Documentation} |\n");
        }

        text.Append("\n### Initialisers\n\n| name | takes | what is drawn | draws | |\n| --- | --- | --- | --- | --- |\n");
        foreach (var entry in Lexicon.Initialisers)
            text.Append($"| {Names(entry)} | {InitialiserText.Takes(entry)} | "
                + $"{InitialiserText.Drawn(entry)} | {entry.Draws} | {entry.Documentation} |\n");

        text.Append("\n### Activations\n\n[activations.md](activations.md) "
            + "shows each, with its names in the libraries and where these differ.\n\n");
        text.Append("| name | numbers | formula | |\n| --- | --- | --- | --- |\n");
        foreach (var entry in Lexicon.Activations)
            text.Append($"| {Names(entry)} | {Numbers(entry.Parameters)} | `{entry.Formula}` | {entry.Documentation} |\n");
        text.Append("\n### Layers\n\n| name | numbers | formula | |\n| --- | --- | --- | --- |\n");
        foreach (var entry in Lexicon.Layers)
            text.Append($"| `{entry.Name}` | {Numbers(entry.Parameters)} | {entry.Formula} | {entry.Documentation} |\n");
        text.Append("\n### Statistics\n\n[measurements.md](measurements.md) defines each.\n\n| name | of | |\n| --- | --- | --- |\n");
        foreach (var entry in Lexicon.Statistics)
            text.Append($"| {Names(entry)} | {Whose(entry)} | {entry.Documentation} |\n");
        text.Append("\n### Diagnostics\n\n| name | work for a layer | |\n| --- | --- | --- |\n");
        foreach (var entry in Lexicon.Diagnostics)
            text.Append($"| {Names(entry)} | {entry.Cost} | {entry.Documentation} |\n");
        text.Append("\n### Optimizers\n\n| name | numbers | w after a step | |\n| --- | --- | --- | --- |\n");
        foreach (var entry in Lexicon.Optimizers)
            text.Append($"| {Names(entry)} | {Numbers(entry.Parameters)} | `{entry.Formula}` | {entry.Documentation} |\n");
        text.Append("\n### Losses\n\n| name | formula | |\n| --- | --- | --- |\n");
        foreach (var entry in Lexicon.Losses)
            text.Append($"| {Names(entry)} | `{entry.Formula}` | {entry.Documentation} |\n");
        foreach (var (title, _, entries) in Lexicon.Sections
            .Where(section => section.Title is "Data" or "Streams" or "Dtypes" or "Tensors" or "Figures" or "Warnings"))
        {
            text.Append($"\n### {title}\n\n| name | |\n| --- | --- |\n");
            foreach (var entry in entries)
                text.Append($"| {Names(entry)} | {entry.Documentation} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Whose(StatisticEntry entry)
    {
        string whose = entry.Of switch
        {
            StatisticOf.AnyTensor => "any tensor",
            StatisticOf.Activations => "activations",
            StatisticOf.Training => "the training, `train`",
            _ => entry.Layers switch
            {
                LayersWith.Activations => "any layer",
                LayersWith.PreActivations => "dense layers and activations",
                _ => "dense layers",
            },
        };
        return whose + (entry.Diagnostic is { } diagnostic ? $", `{diagnostic}`" : "") + (entry.NeedsBackward ? ", `backward`" : "");
    }

    private static string Numbers(IEnumerable<ParameterEntry> parameters) =>
        string.Join(", ", parameters.Select(parameter => $"`{parameter.Name}` ({parameter.Default ?? "required"})"));

    private static string Names(IVocabularyEntry entry) => string.Join(", ", entry.Aliases.Prepend(entry.Name).Select(name => $"`{name}`"));

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();
}
