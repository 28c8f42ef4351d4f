using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>
/// Inputs that break parsers: each is one located error, without exception or hang. Several take minutes, or the process, where a limit is
/// missing.
/// </summary>
public class HostileInputTests
{
    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string, string, string, int, int> Inputs => new()
    {
        { "10,000 brackets", new string('[', 10_000), "FAN0010 nested more than 32 deep", 0, 32 },
        { "60,000 dashes", Repeat("- ", 60_000), "FAN0010 nested more than 32 deep", 0, 64 },
        { "20,000 mappings", Repeat("{a: ", 20_000), "FAN0010 nested more than 32 deep", 0, 128 },
        { "60,000 question marks", Repeat("? ", 60_000), "FAN0010 nested more than 32 deep", 0, 64 },
        { "2 MiB", new string('a', 2 * 1024 * 1024), "FAN0010 2097152 bytes; at most 262144", 0, 0 },
        { "2 MiB of brackets", new string('[', 2 * 1024 * 1024), "FAN0010 2097152 bytes", 0, 0 },
        { "10,000 parentheses", Reads.Body
            .Replace("ones", "{ normal: { std: " + new string('(', 4000) + " } }"), "FAN0010 longer than 1024 characters", 2, 39 },
        { "10,000 parentheses in one scalar", Reads.Body
            .Replace("ones", "{ normal: { std: " + new string('(', 10_000) + " } }"), "FAN0010 longer than 4 KiB", 2, 39 },
        { "1,000 parentheses", Reads.Body
            .Replace("ones", "{ normal: { std: " + new string('(', 1000) + " } }"), "FAN0010 nested more than 64 deep", 2, 103 },
        { "1,000 minuses", Reads.Body
            .Replace("ones", "{ normal: { std: " + new string('-', 1000) + "1 } }"), "FAN0010 nested more than 64 deep", 2, 103 },
        { "1,000 powers", Reads.Body
            .Replace("ones", "{ normal: { std: " + Repeat("1^", 500) + "1 } }"), "FAN0010 nested more than 64 deep", 2, 167 },
        { "a long scalar", Reads.Body + "description: " + new string('é', 2049) + "\n", "FAN0010 longer than 4 KiB", 3, 13 },
        { "10,001 values", Reads.Body + "figure: [" + Repeat("1,", 10_001) + "]\n", "FAN0010 more than 10000 values", -1, -1 },
        { "NUL", "input\0: 1\n", "FAN0003 U+0000 is not allowed", 0, 5 },
        { "NULs", new string('\0', 100_000), "FAN0003 (99999 more in this file)", 0, 0 },
        { "escape sequence", Reads.Body + "# \u001b[31m\n", "FAN0003 U+001B", 3, 2 },
        { "byte order mark within", Reads.Body + "seed: \uFEFF1\n", "FAN0003 U+FEFF", 3, 6 },
        { "high surrogate", Reads.Body + "description: a\ud83d\n", "FAN0003 Half of a surrogate pair, U+D83D", 3, 14 },
        { "low surrogate", "\ude00", "FAN0003 U+DE00", 0, 0 },
        { "tab", "input:\n\tbatch: 1\n\tfeatures: 2\n", "FAN0004 wants spaces (1 more in this file)", 1, 0 },
        { "tab after blanks", Reads.Body + "histogram:\n  \tbins: 3\n", "FAN0004 wants spaces", 4, 2 },
        { "unclosed bracket", "a: [1, 2\nb: 3\n", "FAN0005 the '[' of line 1, column 4 is not closed", 0, 4 },
        { "unclosed quotes", Reads.Body + "description: \"" + Repeat("a\n", 5000), "FAN0005 not closed", 3, 13 },
        { "257 variants", Reads.Body + "matrix: { seed: [" + string.Join(",", Enumerable.Range(0, 257))
            + "] }\nseed: $seed\n", "FAN0011 257 variants; at most 256", 3, 8 },
        { "huge product", Reads.Body + "matrix:\n" + string.Concat(Enumerable.Range(0, 8)
            .Select(i => $"  a{i}: [{string.Join(",", Enumerable.Range(0, 200))}]\n")), "FAN0011 2.56e18 combinations", 4, 2 },
        { "9 axes", Reads.Body
            + "matrix: { a: [1], b: [1], c: [1], d: [1], e: [1], f: [1], g: [1], h: [1], i: [1] }\n", "FAN0011 9 axes; at most 8", 3, 8 },
        { "4,097 layers", Reads.Body + "  - { dense: 3, init: ones, name: b, repeat: 4096 }\n", "FAN0011 more than 4096 layers", 3, 4 },
        { "layers of all variants", Reads.Body.Replace("ones", "ones, repeat: 4096")
            + "matrix: { seed: [1, 2, 3, 4, 5] }\nseed: $seed\n", "FAN0011 more than 16384 layers", 2, 2 },
        { "formulas of all layers", Reads.Body.Replace("ones", "{ normal: { std: layer" + Repeat(" + 1", 250) + " } }, repeat: 4096"),
            "FAN0011 more than 1000000 numbers", 2, 39 },
        { "expectations", Reads.Body.Replace("ones", "ones, repeat: 4096") + "expect:\n"
            + Repeat("  - { std: { min: 0 } }\n", 20), "FAN0011 more than 65536 expectations", 20, 4 },
        { "257 expectations", Reads.Body + "expect:\n" + Repeat("  - { std: { min: 0 } }\n", 257), "FAN0011 expect has 257 entries", 4, 2 },
        { "long pattern", Reads.Body + "expect: [{ layer: \"" + new string('*', 201)
            + "\", std: { min: 0 } }]\n", "FAN0010 longer than 200 characters", 3, 18 },
        { "long name", Reads.Body.Replace("ones", "ones, name: " + new string('n', 65)), "FAN0029 longer than 64 characters", 2, 34 },
        { "long id", Reads.Body + "matrix: { " + string.Join(", ", "abcd".Select(c => $"{c}: [{new string(c, 60)}]"))
            + " }\n", "FAN0011 longer than 200 characters", -1, -1 },
        { "terabytes of input", "input: { batch: 1e6, features: 1e6 }\nlayers: [{ dense: 1, init: ones }]\n",
            "FAN0012 1000000 × 1000000 elements", 0, 31 },
        { "terabytes of weights", Reads.Body + "  - { dense: 1e5, init: ones, name: b, repeat: 2 }\n",
            "FAN0012 The weights of this layer would have 100000 × 100000", 3, 13 },
        { "terabytes of activations", Reads.Body.Replace("batch: 10", "batch: 1e5")
            + "  - { dense: 1e4, init: ones }\n", "FAN0012 The activations of this layer would have 100000 × 10000", 3, 13 },
        { "terabytes in all", Reads.Body.Replace("batch: 10", "batch: 1e6")
            + "  - { dense: 100, init: ones, name: b, repeat: 100 }\n", "FAN0012 Input, weights and activations together", 2, 2 },
    };

    [Theory]
    [MemberData(nameof(Inputs), DisableDiscoveryEnumeration = true)]
    public void A_hostile_text_is_one_located_error(string name, string text, string expected, int line, int column)
    {
        var result = Reads.Read(text);

        Assert.Null(result.Experiment);
        var diagnostic = result.Diagnostics[0];
        Assert.True(result.Diagnostics.Count == 1, name + "\n" + string.Join("\n", result.Diagnostics.Take(5)));
        Assert.Equal(expected[..7], diagnostic.Id);
        Assert.Contains(expected[8..], diagnostic.Message, StringComparison.Ordinal);
        if (line >= 0)
            Assert.Equal((line, column), (diagnostic.Range.From.Line, diagnostic.Range.From.Column));
        Reads.AssertConsistent(text, diagnostic);
    }

    public static TheoryData<string> Texts =>
    [
        new string(']', 60_000), Repeat("\"a\" ", 60_000), new string('\n', 250_000),
        Repeat("#\n", 120_000), Repeat("%a b\n", 50_000), Repeat("...\n", 60_000),
        "a: " + Repeat("\n\n  x", 50_000), "a: |\n" + new string('\n', 250_000), new string('a', 250_000)
            + ": b", new string(' ', 250_000) + "b", new string('\t', 250_000) + "b",
        Repeat("\tb\n", 80_000), "[" + new string(',', 100_000), new string(':', 200_000),
        Repeat(": ", 100_000), Repeat("&a ", 80_000), Repeat("!a ", 80_000), Repeat("- \n", 80_000),
        "a: [" + Repeat("(, ", 9_000) + "]", "a: {" + string.Join(", ", Enumerable.Range(0, 4_900).Select(i => $"({i}"))
            + "}", Repeat("a: 1\n", 4_900), Repeat("\r", 100_000), Repeat("\u2028", 80_000),
        "input: { batch: 1, features: 1 }\nlayers:\n" + Repeat("  - { dense: x, init: y, z: w }\n", 700), "matrix: { a: [" + Repeat("(,", 3_000) + "] }", "? a\n? b\n", "a: ?\n", "'", "\"", "{", "[", "}", "]", ",", ":", "-", "?", "|", ">", "&", "*", "!", "%", "@", "`", "$", "${", "a: ${", "[${", "{a: ${",
    ];

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void No_text_makes_the_reader_throw(string text)
    {
        var result = Reads.Read(text);

        Assert.NotEmpty(result.Diagnostics);
        Assert.All(result.Diagnostics, diagnostic => Reads.AssertConsistent(text, diagnostic));
    }

    [Fact]
    public void The_largest_allowed_experiment_is_read()
    {
        var experiment = Reads.Good(
            Reads.Body.Replace("ones", "{ normal: { std: 1 / layer } }, repeat: 4096") + "matrix: { seed: [1, 2, 3, 4] }\nseed: $seed\n");

        Assert.Equal(16_384, experiment.Variants.Sum(variant => variant.Layers.Count));
    }

    [Fact]
    public void A_cancelled_read_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => ExperimentReader.Read(new ExperimentSource("test.yaml", Reads.Body), source.Token));
    }
}
