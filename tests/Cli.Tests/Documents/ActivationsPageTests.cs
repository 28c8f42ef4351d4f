using System.Runtime.CompilerServices;
using System.Text;
using FanIn.Cli.Rendering;
using FanIn.Dsl.Vocabulary;
using FanIn.Figures;

namespace FanIn.Cli.Tests.Documents;

/// <summary>docs/activations.md and its figures are the vocabulary's. FANIN_UPDATE=1 writes them anew.</summary>
public class ActivationsPageTests
{
    private const string Figures = "figures/activations";

    private const string Introduction =
        """
        # Activations

        Every elementwise activation of PyTorch, Keras 3 and JAX, by the names they have there, and some of the theory's. In an experiment
        `activation: gelu` or, with numbers, `activation: { leaky_relu: { slope: 0.2 } }`. For others there are
        [formulas and types of your own](language.md). GLU, softmax and their like are not here: they mix units.

        Each figure shows φ (blue) and its derivative φ′ (orange, dashed) over [-4, 4]. The **gain** is 1/√(E φ(x)²) for a standard normal x:
        weights of standard deviation gain/√fan_in keep the second moment of the signal from layer to layer. At a kink the derivative is
        that of the branch to its left: ReLU′(0) = 0. Values and derivatives are off by at most 4 units in the last place, into the tails.


        """;

    private static readonly string Docs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs"));

    private static bool Updates => Environment.GetEnvironmentVariable("FANIN_UPDATE") == "1";

    [Fact]
    public void The_page_is_what_the_table_says()
    {
        string path = Path.Combine(Docs, "activations.md");
        if (Updates)
            File.WriteAllText(path, Page());
        Assert.Equal(Page(), File.ReadAllText(path));
    }

    [Fact]
    public void Each_activation_has_a_small_figure_and_no_figure_is_left_over()
    {
        string directory = Path.Combine(Docs, Figures);
        if (Updates)
        {
            Directory.CreateDirectory(directory);
            foreach (var entry in Lexicon.Activations)
                File.WriteAllBytes(Path.Combine(directory, entry.Name + ".png"), Figure(entry));
        }

        var files = new DirectoryInfo(directory).GetFiles();
        Assert.Equal(Lexicon.Activations.Select(entry => entry.Name + ".png").Order(), files.Select(file => file.Name).Order());
        Assert.All(files, file => Assert.InRange(file.Length, 2_000, 30_000));
    }

    [Fact]
    public void A_figure_is_drawn_the_same_each_time()
    {
        var entry = Lexicon.Activations.Find("hard_shrink")!;
        byte[] drawn = Figure(entry);
        Assert.Equal(drawn, Figure(entry));
        Assert.NotEqual(drawn, Figure(Lexicon.Activations.Find("soft_shrink")!));
    }

    private static byte[] Figure(ActivationEntry entry)
    {
        var facts = new ActivationFacts(entry);
        return FunctionFigure.Png(facts.Value, facts.Slope, facts.Kinks);
    }

    private static string Page()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        page.Append("| name | PyTorch | Keras | JAX | gain |\n| --- | --- | --- | --- | --- |\n");
        foreach (var entry in Lexicon.Activations)
        {
            var names = new[] { "PyTorch", "Keras", "JAX" }.Select(library => Elsewhere(entry, library));
            page.Append($"| [`{entry.Name}`](#{entry.Name}) | {string.Join(" | ", names)} | {new ActivationFacts(entry).Gain} |\n");
        }

        foreach (var entry in Lexicon.Activations)
            Append(page, entry);
        return page.ToString();
    }

    private static void Append(StringBuilder page, ActivationEntry entry)
    {
        var facts = new ActivationFacts(entry);
        page.Append($"\n## {entry.Name}\n\n{entry.Documentation}\n\n");
        page.Append($"<img src=\"{Figures}/{entry.Name}.png\" width=\"300\" alt=\"{entry.Name} and its derivative\">\n\n");
        page.Append($"    φ(x) = {entry.Formula}\n\n");
        foreach (var parameter in entry.Parameters)
            page.Append($"- `{parameter.Name}` {VocabularyList.Describe(parameter)[(parameter.Name.Length + 1)..]}\n");
        if (entry.Aliases.Count > 0)
            page.Append($"- also {string.Join(", ", entry.Aliases.Select(alias => $"`{alias}`"))}\n");
        page.Append($"- gain {facts.Gain}{(entry.Example.Count > 0 ? $" with `{facts.Written}`, as in the figure" : "")}\n");
        if (entry.Note is not null)
            page.Append($"\n{entry.Note}\n");
    }

    private static string Elsewhere(ActivationEntry entry, string library) =>
        entry.Libraries.FirstOrDefault(name => name.Library == library) is { } found ? $"`{found.Name}`" : "";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
