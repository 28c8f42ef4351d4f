using System.Xml.Linq;
using FanIn.Generator.Writing;
using Microsoft.CodeAnalysis.CSharp;

namespace FanIn.Generator.Tests.Emission;

public class EscapeTests
{
    /// <summary>What a user could write to leave the place that the generator puts it in.</summary>
    public static TheoryData<string> Hostile => new()
    {
        "plain", "", "\"; System.Environment.Exit(1); //", "*/ class X {}", "a\nb", "a\r\nb", "a\u2028b\u2029c\u0085d",
        "</summary><script>", "&lt;", "]]>", "\0\u0001\u001f\u007f", "back\\slash \\u0041 \\", "{0} {{ $name", "emoji 😀 and é",
        "\u202e reversed \u2066", "\ufffe\uffff",
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_literal_has_the_text_as_its_value(string text)
    {
        var token = SyntaxFactory.ParseToken(Escape.Literal(text));
        Assert.False(token.ContainsDiagnostics);
        Assert.Equal(text, token.ValueText);
        Assert.Equal(text, SyntaxFactory.ParseExpression(Escape.Literal(text)).GetFirstToken().ValueText);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_comment_ends_with_its_line_and_not_before(string text)
    {
        var tree = CSharpSyntaxTree.ParseText($"// {Escape.Comment(text)}");
        Assert.Empty(tree.GetRoot().DescendantNodes());
        Assert.Empty(tree.GetDiagnostics());
        Assert.Single(tree.GetText().Lines);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Documentation_is_well_formed(string text)
    {
        string xml = $"<summary>{Escape.Xml(text)}</summary>";
        Assert.Empty(XElement.Parse(xml).Elements());
        Assert.Single(CSharpSyntaxTree.ParseText($"/// {xml}").GetText().Lines);
    }

    /// <summary>Apart from the others, as test runners can't carry such a text.</summary>
    [Fact]
    public void Half_a_surrogate_pair_is_written_as_an_escape_or_not_at_all()
    {
        Assert.Equal("\"\\ud83d\"", Escape.Literal("\ud83d"));
        Assert.Equal("a  b", Escape.Comment("a \ud83db"));
        Assert.Equal("a  b", Escape.Xml("a \ude00b"));
    }

    [Fact]
    public void A_mark_of_direction_is_never_written_as_itself()
    {
        const string text = "a\u202eb\u2066c\u200fd";
        Assert.DoesNotContain(Escape.Literal(text) + Escape.Comment(text) + Escape.Xml(text), c => c is '\u202e' or '\u2066' or '\u200f');
    }

    [Fact]
    public void A_long_comment_is_cut_but_not_within_a_character()
    {
        string cut = Escape.Comment(string.Concat(Enumerable.Repeat("x😀", 100)));
        Assert.InRange(cut.Length, 99, 100);
        Assert.EndsWith("…", cut);
        Assert.False(char.IsHighSurrogate(cut[^2]));
    }

    [Theory]
    [InlineData("Demo", "Demo")]
    [InlineData("my-app.Core", "my_app.Core")]
    [InlineData("3d.class", "_3d.@class")]
    [InlineData("a..b.", "a.b")]
    [InlineData("…", "@_")]
    [InlineData("", "")]
    public void Any_text_becomes_a_namespace(string name, string expected) => Assert.Equal(expected, Escape.Namespace(name));
}
