using CsCheck;
using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Tests.Properties;

/// <summary>The model knows what a file says and not how it is laid out; only the hash sees the layout.</summary>
public class ModelEqualityTests
{
    private static readonly string[] Lines = Repository.ChapterFile.Split('\n');

    private static Experiment WithoutHash(string text) => Reads.Good(text) with { SourceHash = "" };

    [Fact]
    public void Comments_blank_lines_and_line_ends_change_nothing_but_the_hash() =>
        Gen.Select(Gen.Int[0, Lines.Length - 2], Gen.OneOf("", "# 😀 a comment", "   ", "\t# x"), Gen.OneOf("\n", "\r\n"), Gen.Bool).Array[1, 5].Sample(edits =>
        {
            var lines = Lines.ToList();
            foreach (var (at, line, _, trails) in edits)
            {
                if (trails)
                    lines[at] += "   # more";
                else
                    lines.Insert(at, line);
            }

            Assert.Equal(WithoutHash(string.Join("\n", Lines)), WithoutHash(string.Join(edits[0].Item3, lines)));
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
        Assert.NotEqual(WithoutHash(text), WithoutHash(text.Replace(old, changed)));
    }

    [Fact]
    public void The_hash_is_that_of_the_text_with_plain_line_ends()
    {
        // printf 'a: 1\nb: é\n' | sha256sum
        const string Expected = "234d7420d44d61c6f8b418724b2f70b4a2ebe855b642421746f31498aba89c0c";

        Assert.Equal(Expected, SourceHash.Of("a: 1\nb: é\n"));
        Assert.Equal(Expected, SourceHash.Of("\uFEFFa: 1\r\nb: é\r"));
        Assert.NotEqual(Expected, SourceHash.Of("a: 1\nb: é"));
        Assert.Equal(SourceHash.Of(Reads.Body), Reads.Good(Reads.Body).SourceHash);
    }
}
