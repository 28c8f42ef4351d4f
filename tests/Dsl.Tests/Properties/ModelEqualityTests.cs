using CsCheck;
using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Tests.Properties;

/// <summary>The model knows what a file says and not how it is laid out.</summary>
public class ModelEqualityTests
{
    private static readonly string[] Lines = Repository.ChapterFile.Split('\n');

    [Fact]
    public void Comments_blank_lines_and_line_ends_change_nothing() =>
        Gen.Select(Gen.Int[0, Lines.Length - 2], Gen.OneOf("", "# 😀 a comment", "   ", "\t# x"),
            Gen.OneOf("\n", "\r\n"), Gen.Bool).Array[1, 5].Sample(edits =>
        {
            var lines = Lines.ToList();
            foreach (var (at, line, _, trails) in edits)
            {
                if (trails)
                    lines[at] += "   # more";
                else
                    lines.Insert(at, line);
            }

            Assert.Equal(Reads.Good(string.Join("\n", Lines)), Reads.Good(string.Join(edits[0].Item3, lines)));
        }, iter: 200);

    [Theory]
    [InlineData("seed: 0 ", "seed: 1 ")]
    [InlineData("repeat: 5", "repeat: 6")]
    [InlineData("sqrt(2 / fan_in)", "sqrt(2/fan_in)")]
    [InlineData("bins: 30", "bins: 31")]
    [InlineData("max: 0.35", "max: 0.36")]
    [InlineData("ylim: [0, 7000]", "ylim: [0, 8000]")]
    [InlineData("How the spread", "What the spread")]
    public void What_is_said_otherwise_makes_another_model(string old, string changed)
    {
        string text = string.Join("\n", Lines);

        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.NotEqual(Reads.Good(text), Reads.Good(text.Replace(old, changed)));
    }

    [Theory]
    [InlineData("a: 1\nb: [x, é]\n", "\uFEFF# a comment\r\n\r\na:   1 # one\r\nb:\r\n  - x\r\n  - é")]
    [InlineData("a: { b: 1 }", "a:\n  b: 1")]
    public void The_hash_is_that_of_the_values(string text, string laidOutOtherwise) =>
        Assert.Equal(SourceHash.Of(text), SourceHash.Of(laidOutOtherwise));

    [Theory]
    [InlineData("a: 1", "a: 2")]
    [InlineData("a: 1", "a: '1'")]
    [InlineData("a: [b, c]", "a: [bc]")]
    [InlineData("a: [b, c]", "a: { b: c }")]
    [InlineData("a: b", "b: a")]
    [InlineData("a: [1", "a: [2")]
    [InlineData("", "# nothing")]
    public void Another_value_or_what_is_no_yaml_has_another_hash(string text, string other) =>
        Assert.NotEqual(SourceHash.Of(text), SourceHash.Of(other));

    [Fact]
    public void The_model_carries_the_hash_that_a_file_is_compared_by() =>
        Assert.Equal(SourceHash.Of(Reads.Body), Reads.Good(Reads.Body).SourceHash);

    [Fact]
    public void No_text_is_too_odd_for_a_hash() => Assert.All(
        new[] { new string('[', 100_000), "a: &b", "\0", string.Concat(Enumerable.Repeat("- ", 60_000)), new string('x', 2 << 20) },
        text => Assert.Matches("^[0-9a-f]{64}$", SourceHash.Of(text)));
}
