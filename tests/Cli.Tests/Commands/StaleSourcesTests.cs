using FanIn.Cli.Hosting;
using FanIn.Cli.Tests.Fakes;
using FanIn.Dsl.Text;

namespace FanIn.Cli.Tests.Commands;

/// <summary>A YAML file that is not the one that was compiled is said so.</summary>
public sealed class StaleSourcesTests : IDisposable
{
    private const string Yaml = "experiment: mine\nseed: 0\n";

    private readonly Session _session = new()
    {
        Catalog = new FakeCatalog()
            .Add(FakeCatalog.Definition("mine", "a") with { SourceHash = SourceHash.Of(Yaml) })
            .Add(FakeCatalog.Definition("mine", "b") with { SourceHash = SourceHash.Of(Yaml) }),
    };

    public StaleSourcesTests() => _session.Project = new ProjectFolder(_session.Folder.FullName, ["**/*.yaml", "**/*.yml"]);

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData(Yaml)]
    [InlineData("\uFEFFexperiment: mine\r\nseed: 0\r\n")]
    public void The_same_text_is_not_worth_a_word(string text)
    {
        _session.Write("mine.yaml", text);

        Assert.Equal(0, _session.Run());

        Assert.Empty(_session.Error);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "--json", "-")]
    [InlineData("run", "--quiet")]
    public void A_changed_file_is_said_once_on_stderr(params string[] arguments)
    {
        _session.Write("mine.yaml", Yaml + "dtype: float32\n");

        Assert.Equal(0, _session.Run(arguments));

        Assert.Equal("mine.yaml changed since the build; what follows is the old version. Build again.\n", _session.Error);
    }

    [Fact]
    public void So_are_files_that_are_gone_or_new()
    {
        _session.Write("deeper/other.yml", Yaml);
        _session.Write("bin/copied.yaml", Yaml);
        _session.Write("obj/copied.yaml", Yaml);
        _session.Write(".github/workflow.yaml", Yaml);

        _session.Run();

        Assert.Equal(
            """
            mine.yaml is gone since the build; what follows still has it. Build again.
            deeper/other.yml is new since the build; what follows does not have it. Build again.

            """,
            _session.Error);
    }

    [Theory]
    [InlineData("run", "--filter", "other")]
    [InlineData("explain", "mine/a")]
    public void And_before_anything_else(params string[] arguments)
    {
        _session.Write("mine.yaml", Yaml);
        _session.Write("other.yaml", Yaml);

        _session.Run(arguments);

        Assert.StartsWith("other.yaml is new since the build; what follows does not have it. Build again.\n", _session.Error);
    }

    [Fact]
    public void Far_from_the_sources_nothing_is_said()
    {
        _session.Project = null;

        Assert.Equal(0, _session.Run());

        Assert.Empty(_session.Error);
    }
}
