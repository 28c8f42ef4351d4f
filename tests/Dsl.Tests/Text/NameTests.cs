using FanIn.Dsl.Binding;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Tests.Text;

/// <summary>Names: how they become C#, how patterns match them, how misspelt ones are recognised.</summary>
public class NameTests
{
    [Theory]
    [InlineData("activation-histograms", "ActivationHistograms")]
    [InlineData("tanh-xavier", "TanhXavier")]
    [InlineData("sigmoid-std0.01", "SigmoidStd0_01")]
    [InlineData("0.01", "_0_01")]
    [InlineData("64-he", "_64He")]
    [InlineData("1e-3", "_1e3")]
    [InlineData("a_b.c-d", "ABCD")]
    [InlineData("hidden1", "Hidden1")]
    [InlineData("a-", "A")]
    [InlineData("1..2", "_1_2")]
    [InlineData("x1-2y", "X1_2y")]
    [InlineData("int", "Int")]
    [InlineData("iO", "IO")]
    public void A_name_becomes_a_csharp_name(string name, string expected) => Assert.Equal(expected, CSharpName.From(name));

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("relu-*", "relu-he", true)]
    [InlineData("relu-*", "RELU-he", false)]
    [InlineData("*-he", "relu-he", true)]
    [InlineData("*-he", "relu-hex", false)]
    [InlineData("h?dden*5", "hidden15", true)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("", "a", false)]
    [InlineData("**", "a", true)]
    [InlineData("a.c", "abc", false)]
    public void A_glob_matches_whole_names(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Glob.IsMatch(pattern, text, ignoreCase: false));

    [Theory]
    [InlineData("RELU-*", "relu-HE", true)]
    [InlineData("i", "I", true)]
    [InlineData("i", "ı", false)]
    public void A_glob_may_ignore_case(string pattern, string text, bool matches) =>
        Assert.Equal(matches, Glob.IsMatch(pattern, text, ignoreCase: true));

    [Theory]
    [InlineData("tahn", "tanh")]
    [InlineData("Tanh", "tanh")]
    [InlineData("rleu", "relu")]
    [InlineData("sigmod", "sigmoid")]
    [InlineData("he_norml", "he_normal")]
    [InlineData("xavier", "xavier_normal")]
    [InlineData("XAV", "xavier_normal")]
    [InlineData("xa", null)]
    [InlineData("q", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_found_if_it_is_near(string word, string? expected) =>
        Assert.Equal(expected, NearestName.Find(word, ["tanh", "relu", "sigmoid", "identity", "he_normal", "xavier_normal"]));

    [Fact]
    public void What_begins_two_names_is_neither() => Assert.Null(NearestName.Find("xavier", ["xavier_normal", "xavier_uniform"]));

    [Theory]
    [InlineData("ca", "abc", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void Distance_counts_swaps_once(string a, string b, int distance) => Assert.Equal(distance, NearestName.Distance(a, b));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(4, 1, 2)]
    [InlineData(5, 2, 0)]
    [InlineData(7, 3, 0)]
    [InlineData(8, 3, 1)]
    public void Offsets_become_positions_at_every_kind_of_line_end(int offset, int line, int column) =>
        Assert.Equal(new TextPosition(line, column), new SourceText("a\nb\r\nc\rd").PositionAt(offset));

    [Fact]
    public void A_range_ends_with_its_line_and_without_blanks()
    {
        var range = new SourceText("ab  \ncd").Range(0, 7);

        Assert.Equal((0, 2, new TextPosition(0, 2)), (range.Start, range.Length, range.To));
    }
}
