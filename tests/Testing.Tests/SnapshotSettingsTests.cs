namespace FanIn.Testing.Tests;

public sealed class SnapshotSettingsTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("1", true)]
    public void CI_marks_a_build_server(string? value, bool expected) =>
        Assert.Equal(expected, From(new() { ["CI"] = value }).IsBuildServer);

    [Fact]
    public void So_does_the_variable_of_a_vendor() => Assert.True(From([], isBuildServer: true).IsBuildServer);

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("false", null, false)]
    [InlineData("true", null, true)]
    [InlineData("true", "true", false)]
    public void A_diff_tool_opens_where_it_was_asked_for_and_not_on_a_build_server(string? asked, string? ci, bool expected) =>
        Assert.Equal(expected, From(new() { ["FanIn_DiffTool"] = asked, ["CI"] = ci }).UsesDiffTool);

    private static SnapshotSettings From(Dictionary<string, string?> variables, bool isBuildServer = false) =>
        SnapshotSettings.FromEnvironment(name => variables.GetValueOrDefault(name), isBuildServer);
}
