using CsCheck;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Properties;

/// <summary>
/// Whatever the text: the reader gives an experiment or errors, never an exception, and each diagnostic lies in the text.
/// </summary>
public class AnyTextTests
{
    private static readonly string[] Seeds =
    [
        Repository.ChapterFile,
        Reads.Body + "matrix: { a: [1, 2], b: { x: $a, y: sqrt(2) } }\nseed: "
            + "$a\nobserve: [activations, { weights: { bins: a, range: [min, \"max(1, b)\"] } }]\n",
        "experiment: x\r\ndescription: >\r\n  a\r\n  b\r\ninput: { batch: 1e1, features: \"2^2\" }\r\nlayers:\r\n- "
        + "dense: 3\r\n  init: { he_normal: { gain: 2 } }\r\n  bias: { uniform: { min: -1, max: 1 } }\r\n",
        """
        input: { batch: 20, features: 10 }
        layers:
          - { dense: 10, name: h, repeat: 3, init: $w, activation: { formula: "x / (1 + abs(x))" } }
          - residual: [{ layer_norm: { epsilon: 1e-3 } }, { dense: 10, init: orthogonal, bias: { normal: { std: 0.1 } } }, { dropout: { keep: 0.5 } }]
          - { dense: 4, init: { edge_of_chaos: { sigma_b: sqrt(0.05) } }, activation: { leaky_relu: { slope: 0.2 } } }
        matrix: { w: { small: { normal: { std: 0.01 } }, zero: zeros, he: he_normal } }
        backward: { upstream: normal }
        observe: [activations, gradients, saturation, linearity, jacobian]
        allow: [{ id: vanishing_signal, for: "small" }, { id: symmetric_units }, { id: vanishing_gradient }]
        expect: [{ for: "he", layer: h1, std: { near: 0.5, within: 50 % } }]
        figure: [{ for: "*", show: [slopes, depth] }]
        """,
        """
        train: { data: { gaussian_mixture: { samples: 100, features: 4, classes: 3 } }, steps: 10, batch: 8, learning_rate: 0.1, optimizer: adam, loss: mse }
        layers: [{ dense: 5, init: he_normal, activation: tanh }, { dense: 3, init: lecun_normal }]
        expect: [{ loss: { max: 2 }, accuracy: { min: 0 } }]
        """,
    ];

    private static readonly string[] Pieces =
    [
        "[", "]", "{", "}", ",", ":", ": ", "- ", "-", "\n", "\r\n", "\r", "\t", " ", "  ", "#", "&a", "*a", "!t", "|", ">", "'", "\"", "%", "@", "`", "?", "$", "${", "$a", "${a}", "<<", "---", "...", "\\",
        "\0", "\uFEFF", "\ud83d", "\ude00", "😀", "\u0085", "\u2028", "(", ")", "^", "1e999", "-1", "0",
        "pow(1, 2)", "repeat", "layers", "matrix", "dense", "none", "auto", "he_normal", "seed", "*", "for", "1", "é",
        "allow", "train", "backward", "relu", "sigmoid", "residual", "zeros", "lsuv", "1e-300", "near", "%", "show",
    ];

    /// <summary>A valid text with up to eight cuts, doublings and insertions.</summary>
    private static readonly Gen<string> Mutated = Gen.Select(
        Gen.OneOf(Seeds),
        Gen.Select(Gen.Int[0, 2], Gen.Double[0, 1], Gen.Int[0, 40], Gen.OneOf(Pieces)).Array[1, 8],
        (seed, edits) =>
        {
            string text = seed;
            foreach (var (kind, where, length, piece) in edits)
            {
                int at = (int)(where * text.Length);
                int count = Math.Min(length, text.Length - at);
                text = kind switch
                {
                    0 => text.Remove(at, count),
                    1 => text.Insert(at, text.Substring(at, count)),
                    _ => text.Insert(at, piece),
                };
            }

            return text;
        });

    private static readonly Gen<string> Soup = Gen.OneOf(Pieces).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Mutations_of_valid_files_are_read_or_refused() => Mutated.Sample(AssertRead, iter: 1500);

    [Fact]
    public void Pieces_of_yaml_are_read_or_refused() => Soup.Sample(AssertRead, iter: 1500);

    [Fact]
    public void Random_characters_are_read_or_refused() => Gen.String[0, 200].Sample(AssertRead, iter: 1000);

    [Fact]
    public void Formulas_of_pieces_are_read_or_refused() =>
        Gen.OneOf("1", "2.5", ".", "e", "+", "-", "*", "/", "^", "(", ")", ",", "sqrt", "min", "pi", "fan_in", "x", " ", "$", "1e308", "0")
            .Array[0, 30].Select(string.Concat)
            .Sample(formula => AssertRead(Reads.Body.Replace("ones", "{ constant: { value: \"" + formula + "\" } }")), iter: 1500);

    [Fact]
    public void Activations_of_pieces_are_read_or_refused() =>
        Gen.OneOf("1", "2.5", "0", "+", "-", "*", "/", "^", "(", ")", ",", "<", "<=",
            "==", "!=", ">", "=", "!", "where(", "max(", "abs(", "tanh", "fan_in", "x", "x", "x", " ")
            .Array[0, 30].Select(string.Concat)
            .Sample(formula =>
                AssertRead(Reads.Body.Replace("init: ones", "init: he_normal, activation: { formula: \"" + formula + "\" }")), iter: 1500);

    private static void AssertRead(string text)
    {
        var result = Reads.Read(text);
        Assert.Equal(
            result.Experiment is null, result.Diagnostics.Any(diagnostic => diagnostic.Severity == Dsl.Diagnostics.Severity.Error));
        string counted = text.TrimStart('\uFEFF');
        foreach (var diagnostic in result.Diagnostics)
        {
            Reads.AssertConsistent(counted, diagnostic);
            Assert.NotNull(Dsl.Diagnostics.DiagnosticCatalog.Find(diagnostic.Id));
        }

        Assert.Equal(result.Diagnostics.OrderBy(diagnostic => diagnostic.Range.Start), result.Diagnostics);
        Assert.Equal(result, Reads.Read(text));
    }
}
