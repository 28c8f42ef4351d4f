using FanIn.Testing.Dangling;

namespace FanIn.Testing.Tests.Dangling;

public sealed class VerifyCallsTests
{
    [Theory]
    [InlineData("Snapshot.Verify(result)")]
    [InlineData("await Verify(result)")]
    [InlineData("FanIn.Testing.Snapshot.Verify(Run(1, 2), settings: new() { OpenDiffTool = true }, extension: \"svg\")")]
    [InlineData("Snapshot.Verify(new[] { 1, 2 }[0])")]
    public void A_call_without_id_has_the_default_one(string body) => Assert.Equal([new VerifyCall(IsKnown: true, Id: null)], Find(body));

    [Theory]
    [InlineData("Snapshot.Verify(result, \"a\")")]
    [InlineData("Snapshot.Verify(result, id: \"a\")")]
    [InlineData("Snapshot.Verify(extension: \"svg\", id: @\"a\", text: text)")]
    [InlineData("Snapshot.Verify(Run(\"x\", \"y\"), \"a\", \"txt\")")]
    public void An_id_that_is_written_as_text_is_known(string body) => Assert.Equal([new VerifyCall(IsKnown: true, Id: "a")], Find(body));

    [Theory]
    [InlineData("Snapshot.Verify(result, name)")]
    [InlineData("Snapshot.Verify(result, id: $\"a{i}\")")]
    [InlineData("Snapshot.Verify(result, id: \"a\" + b)")]
    [InlineData("Snapshot.Verify(result, id: \"a\\tb\")")]
    [InlineData("Snapshot.Verify(result, id: \"\"\"a\"\"\")")]
    [InlineData("Approve(result)")]
    [InlineData("this.Approve(result)")]
    public void A_computed_id_and_that_of_a_helper_are_not(string body) =>
        Assert.Equal([new VerifyCall(IsKnown: false, Id: null)], Find(body));

    [Theory]
    [InlineData("mock.Verify(x)")]
    [InlineData("Snapshot.Verify")]
    [InlineData("Snapshot.VerifyAll(x)")]
    [InlineData("Approve")]
    [InlineData("")]
    public void Other_calls_are_none(string body) => Assert.Empty(Find(body));

    [Fact]
    public void Every_call_counts() =>
        Assert.Equal(["a", "b"], Find("{ Snapshot.Verify(1, \"a\"); if (x) { Snapshot.Verify(2, \"b\"); } }").Select(call => call.Id));

    private static List<VerifyCall> Find(string body) =>
        VerifyCalls.Find([.. CSharpTokenizer.Read(body)], new HashSet<string> { "Approve" });
}
