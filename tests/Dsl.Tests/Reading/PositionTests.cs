using System.Globalization;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>A diagnostic stays at its value, however the text around it is encoded and whatever the reader's culture is.</summary>
public class PositionTests
{
    private const string Markup = """
        description: Grüße 😀 an alle
        input: { batch: [|0|], features: 4 }
        layers:
          - dense: 3
            name: [|"😀"|]
            init: { normal: { std: sqrt(2 / [|fan_inn|]) } }
          - { dense: 3, name: "ok", init: [|he_norml|], activation: tanh } # 😀
        observe: [activations, { weights: { [|bin|]: 3 } }]
        expect:
          - { layer: '😀	*', [|stdd|]: { min: 0 }, std: [|{ min: 1, max: 0.5 }|] }
        [|rgn|]: philox
        """;

    private static readonly string[] Expected = ["FAN0022", "FAN0029", "FAN0020", "FAN0017", "FAN0014", "FAN0014", "FAN0024", "FAN0014"];

    public static TheoryData<string, string> Variants => new()
    {
        { "LF", Markup },
        { "CRLF", Markup.Replace("\n", "\r\n") },
        { "CR", Markup.Replace("\n", "\r") },
        { "comment before, with tab and emoji", "# 😀\t\t😀\n" + Markup },
        { "tab after colons", Markup.Replace("rgn|]: ", "rgn|]:\t").Replace("init: [|", "init: \t[|") },
        { "tab before comments", Markup.Replace(" # 😀", "\t# 😀") },
        { "document marker", "---\n" + Markup + "\n...\n" },
        { "blank lines", Markup.Replace("\n", "\n\n") },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void Every_error_is_at_its_value(string name, string markup)
    {
        Assert.NotEmpty(name);
        Reads.Bad(markup, Expected);
    }

    [Fact]
    public void A_byte_order_mark_is_not_counted()
    {
        var plain = Marked.Parse(Markup).Text;

        Assert.Equal(Reads.Read(plain), Reads.Read("\uFEFF" + plain));
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Cultures_have_no_say(string culture)
    {
        string good = Repository.ChapterFile;
        string bad = Marked.Parse(Markup).Text;
        var (expectedGood, expectedBad) = (Reads.Read(good), Reads.Read(bad));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);

            Assert.Equal(expectedGood, Reads.Read(good));
            Assert.Equal(expectedBad, Reads.Read(bad));
            Assert.Equal(expectedBad.Diagnostics.Select(d => d.ToString()), Reads.Read(bad).Diagnostics.Select(d => d.ToString()));
            Reads.Good("input: { batch: 10, features: 4 }\nlayers: [{ dense: 3, name: input-1, init: "
                + "{ normal: { mean: -0.5, std: 1.5e-3 } } }]\nexpect: [{ layer: input-1, std: { min: 0.5 } }]\n");
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void The_line_that_compilers_print_counts_from_one() =>
        Assert.Equal(
            "folder/x.yaml(1,17): error FAN0022: batch must be a whole number from 1 to 268435456; found 0.",
            Reads.Read(
                "input: { batch: 0, features: 4 }\nlayers: [{ dense: 1, init: ones }]\n", "folder/x.yaml").Diagnostics[0].ToString());
}
