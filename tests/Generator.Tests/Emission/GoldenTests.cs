using FanIn.Generator.Tests.Hosting;

namespace FanIn.Generator.Tests.Emission;

/// <summary>The code of each feature, as a reader finds it: Golden/NAME.yaml becomes Golden/NAME.verified.cs.</summary>
public class GoldenTests
{
    private static readonly string Folder = Repository.Path("tests/Generator.Tests/Golden");

    public static TheoryData<string> Names => new(Directory.GetFiles(Folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_code_of_a_file_is_as_approved(string name) =>
        Golden.Verify(name, Load(name).Source($"experiments/{name}.yaml"));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_compiles_without_a_word_from_the_compiler(string name) => Compiler.AssertClean(Load(name).Output);

    [Fact]
    public void The_catalog_is_as_approved()
    {
        var files = Names.Select(name => new TestFile($"{Project.Directory}experiments/{name}.yaml", File.ReadAllText(Path.Combine(Folder, name + ".yaml"))));
        Golden.Verify("catalog", Project.Of([.. files]).Sources["ExperimentCatalog.cs"]);
    }

    [Fact]
    public void Every_approved_text_belongs_to_a_test() => Assert.Equal(
        Names.Append("catalog").Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "*.verified.cs").Select(file => Path.GetFileName(file).Replace(".verified.cs", "")).Order(StringComparer.Ordinal));

    private static Project Load(string name) =>
        Project.Of(new TestFile($"{Project.Directory}experiments/{name}.yaml", File.ReadAllText(Path.Combine(Folder, name + ".yaml"))));
}
