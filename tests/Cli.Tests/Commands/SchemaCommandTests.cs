using System.Runtime.CompilerServices;
using System.Text.Json;
using FanIn.Cli.Tests.Fakes;
using FanIn.Dsl;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Tests.Commands;

/// <summary>
/// The schema is what is checked in, and documents every name. What editors make of it .ci/run tests with the files in tests/schema,
/// which the reader reads here: both must say the same of them. FANIN_UPDATE=1 writes the schema anew.
/// </summary>
public sealed class SchemaCommandTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    public static TheoryData<string, string> RightFiles => Cases("right.yaml");

    public static TheoryData<string, string> WrongFiles => Cases("wrong.yaml");

    [Fact]
    public void The_schema_that_is_checked_in_is_that_of_the_language()
    {
        string path = Path.Combine(Root, "schema/experiment.schema.json");
        using var session = new Session();

        Assert.Equal(0, session.Run("schema"));

        if (Environment.GetEnvironmentVariable("FANIN_UPDATE") == "1")
            File.WriteAllText(path, session.Out);
        else
            Assert.Equal(File.ReadAllText(path), session.Out);
    }

    [Fact]
    public void It_can_go_to_a_file()
    {
        using var session = new Session();
        session.Run("schema");
        string schema = session.Out;

        Assert.Equal(0, session.Run("schema", "new/experiment.schema.json"));

        Assert.Empty(session.Out);
        Assert.Equal(schema, File.ReadAllText(Path.Combine(session.Folder.FullName, "new/experiment.schema.json")));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_exit_code_2()
    {
        using var session = new Session();
        session.Write("taken/file", "");

        Assert.Equal(2, session.Run("schema", "taken"));

        Assert.Equal("Can't write taken: It is a folder.\n", session.Error);
    }

    [Fact]
    public void Every_name_and_key_stands_in_it_with_its_documentation()
    {
        using var session = new Session();
        session.Run("schema");
        using var schema = JsonDocument.Parse(session.Out);
        var documented = Documented(schema.RootElement).ToHashSet();

        Assert.All(
            Lexicon.Sections.SelectMany(section => section.Entries).Where(entry => entry.Name is not ("dense" or "activation")),
            entry => Assert.All(entry.Aliases.Prepend(entry.Name), name => Assert.Contains((name, entry.Documentation), documented)));
        KeyTable[] tables = [Keys.Experiment, Keys.Input, Keys.Layer, Keys.OtherLayer,
            Keys.Residual, Keys.Block, Keys.Histogram, Keys.Expectation, Keys.Interval, Keys.Figure];
        Assert.All(tables.SelectMany(table => table.Entries), key =>
        {
            Assert.Contains((key.Name, key.Documentation), documented);
            Assert.All(key.Words, word => Assert.Contains((word.Name, word.Documentation), documented));
        });
    }

    [Theory]
    [MemberData(nameof(RightFiles))]
    public void The_reader_accepts_what_the_schema_must_accept(string what, string yaml)
    {
        var result = Read(yaml);

        Assert.True(result.Experiment is not null, $"{what} {string.Join('\n', result.Diagnostics.Select(found => found.Message))}");
    }

    [Theory]
    [MemberData(nameof(WrongFiles))]
    public void The_reader_refuses_what_the_schema_must_refuse(string what, string yaml)
    {
        var marked =
            yaml.Split('\n').Index().Where(line => line.Item.EndsWith("# <-", StringComparison.Ordinal)).Select(line => line.Index);

        var found = Read(yaml).Diagnostics.Where(found => found.Severity == Severity.Error);

        Assert.True(
            found.Select(found => found.Range.From.Line).Distinct().SequenceEqual(marked),
            $"{what} {string.Join('\n', found.Select(found => $"{found.Range.From.Line}: {found.Message}"))}");
    }

    private static ReadResult Read(string yaml) => ExperimentReader.Read(new ExperimentSource("case.yaml", yaml));

    private static TheoryData<string, string> Cases(string file)
    {
        var cases = new TheoryData<string, string>();
        foreach (string yaml in File.ReadAllText(Path.Combine(Root, "tests/schema", file)).Split("---\n"))
            cases.Add(yaml.Split('\n')[0], yaml);
        return cases;
    }

    /// <summary>Every property and constant of the schema with its description.</summary>
    private static IEnumerable<(string Name, string Documentation)> Documented(JsonElement element, string name = "")
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(item => Documented(item));
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        var found = element.EnumerateObject().SelectMany(property => Documented(property.Value, property.Name));
        if (!element.TryGetProperty("description", out var text) || text.ValueKind != JsonValueKind.String)
            return found;
        return found.Append((element.TryGetProperty("const", out var word) ? word.GetString()! : name, text.GetString()!));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
