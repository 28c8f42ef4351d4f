using System.Globalization;
using FanIn.Generator.Tests.Hosting;

namespace FanIn.Generator.Tests.Emission;

/// <summary>The same YAML gives the same bytes, whoever builds it and wherever.</summary>
public class DeterminismTests
{
    private const string Numbers = "description: -1.5 İıß ١\nexpect:\n  - { std: { min: -0.5, max: 1e-3 } }\n";

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Whatever_the_culture(string culture)
    {
        var expected = Build("/repo/demo/", '/');
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Build("/repo/demo/", '/'));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("/home/someone/else/", '/')]
    [InlineData("/", '/')]
    [InlineData(@"C:\Users\Someone\demo\", '\\')]
    public void Whatever_the_folder(string projectDirectory, char separator) =>
        Assert.Equal(Build("/repo/demo/", '/'), Build(projectDirectory, separator));

    [Fact]
    public void Whatever_the_order_of_the_files()
    {
        TestFile[] files = [.. Files("/repo/demo/", '/')];
        Assert.Equal(Project.Of(files).Sources, Project.Of([.. files.Reverse()]).Sources);
    }

    [Fact]
    public void Whatever_the_line_ends() => Assert.Equal(
        Project.WithYaml(Yaml.Matrix).Sources, Project.WithYaml(Yaml.Matrix.Replace("\n", "\r\n")).Sources);

    [Fact]
    public void Lines_end_with_a_line_feed_alone_and_without_blanks() => Assert.All(Build("/repo/demo/", '/').Values, source =>
    {
        Assert.DoesNotContain('\r', source);
        Assert.EndsWith("}\n", source);
        Assert.All(source.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    });

    [Fact]
    public void No_output_holds_a_path_of_the_machine() =>
        Assert.All(Build("/repo/demo/", '/').Values, source => Assert.DoesNotContain("/repo/", source));

    private static IReadOnlyDictionary<string, string> Build(string projectDirectory, char separator) =>
        Project.Of(TestOptions.For(projectDirectory), [.. Files(projectDirectory, separator)]).Sources;

    private static IEnumerable<TestFile> Files(string projectDirectory, char separator) =>
    [
        new($"{projectDirectory}experiments{separator}matrix.yaml", Yaml.Matrix),
        new($"{projectDirectory}experiments{separator}clean.yaml", Yaml.Clean + Numbers),
        new($"{projectDirectory}experiments{separator}broken.yaml", Yaml.Broken),
    ];
}
