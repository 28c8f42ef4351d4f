using FanIn.Testing.Files;

namespace FanIn.Testing.Tests.Files;

public sealed class SnapshotNameTests
{
    [Theory]
    [InlineData("/repo/tests/HistogramTests.cs", "Chapter", null, "HistogramTests.Chapter")]
    [InlineData("/repo/tests/HistogramTests.cs", "Chapter", "", "HistogramTests.Chapter")]
    [InlineData("/repo/tests/HistogramTests.cs", "Chapter", "act=tanh_width=256", "HistogramTests.Chapter_act=tanh_width=256")]
    [InlineData("/repo/tests/HistogramTests.Deep.cs", "Chapter", null, "HistogramTests.Deep.Chapter")]
    [InlineData("/repo/tests/HistogramTests.cs", "Chapter", "demo/tanh-xavier", "HistogramTests.Chapter_demo-tanh-xavier")]
    public void A_name_is_class_file_method_and_id(string source, string method, string? id, string expected) =>
        Assert.Equal(expected, SnapshotName.Create(source, method, id));

    [Theory]
    [InlineData("plain-1.5_ä ok", "plain-1.5_ä ok")]
    [InlineData("<>:\"/\\|?*#", "----------")]
    [InlineData("tab\tnew\nline\0nul", "tab-new-line-nul")]
    [InlineData("", "")]
    public void Characters_that_some_system_refuses_become_dashes(string text, string expected) =>
        Assert.Equal(expected, SnapshotName.Sanitise(text));

    [Fact]
    public void Length_is_counted_in_bytes()
    {
        Assert.NotEmpty(SnapshotName.Create("A.cs", "M", new string('a', 238)));
        Assert.Throws<ArgumentException>(() => SnapshotName.Create("A.cs", "M", new string('ä', 130)));
    }
}
