using System.Globalization;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Tests.Emission;

public class SourceWriterTests
{
    private readonly SourceWriter _writer = new();

    [Fact]
    public void Blocks_indent_what_is_written_in_them()
    {
        _writer.Line("class A");
        using (_writer.Braces())
        {
            _writer.Line("int[] B =");
            using (_writer.Brackets("];"))
                _writer.Line($"{1},");
            _writer.Line();
        }

        Assert.Equal("class A\n{\n    int[] B =\n    [\n        1,\n    ];\n\n}\n", _writer.ToString());
    }

    [Fact]
    public void Numbers_are_invariant_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI");
            _writer.Line($"{-1} {1.5} {ulong.MaxValue} {"text"}");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal("-1 1.5 18446744073709551615 text\n", _writer.ToString());
    }

    [Fact]
    public void Comments_stand_in_one_column()
    {
        _writer.Statements([new("A();", "a"), new("LongerThanA();", "b"), new("None();", "")]);
        Assert.Equal("A();              // a\nLongerThanA();    // b\nNone();\n", _writer.ToString());
    }

    [Fact]
    public void The_comment_of_a_long_statement_stands_above_it_and_moves_no_other()
    {
        string longCode = new string('x', 101) + ";";
        _writer.Statements([new("A();", "a"), new(longCode, "b")]);
        Assert.Equal($"A();    // a\n// b\n{longCode}\n", _writer.ToString());
    }
}
