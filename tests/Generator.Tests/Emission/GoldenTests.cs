using FanIn.Generator.Tests.Hosting;

namespace FanIn.Generator.Tests.Emission;

/// <summary>The code of each feature, as a reader finds it: Golden/NAME.yaml becomes Golden/NAME.verified.cs.</summary>
public class GoldenTests
{
    private static readonly string Folder = Repository.Path("tests/Generator.Tests/Golden");

    private static readonly string[] All = Names("*.yaml", ".yaml");

    public static TheoryData<string> Cases => new(All);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_code_of_a_file_is_as_approved(string name) =>
        Golden.Verify(name, Load(name).Source($"experiments/{name}.yaml"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_compiles_without_a_word_from_the_compiler(string name) =>
        Compiler.AssertClean(Load(name).WithCode(Yaml.OwnTypes).Output);

    [Fact]
    public void The_catalog_is_as_approved()
    {
        Golden.Verify("catalog", Project.Of([.. All.Select(File)]).Sources["ExperimentCatalog.cs"]);
    }

    [Fact]
    public void Every_approved_text_belongs_to_a_test() => Assert.Equal(
        All.Append("catalog").Order(StringComparer.Ordinal),
        Names("*.verified.cs", ".verified.cs"));

    private static string[] Names(string pattern, string suffix) =>
        [.. Directory.GetFiles(Folder, pattern).Select(file => Path.GetFileName(file)[..^suffix.Length]).Order(StringComparer.Ordinal)];

    private static Project Load(string name) => Project.Of(File(name));

    private static TestFile File(string name) =>
        new($"{Project.Directory}experiments/{name}.yaml", System.IO.File.ReadAllText(Path.Combine(Folder, name + ".yaml")));
}
