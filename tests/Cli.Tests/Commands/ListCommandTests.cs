using FanIn.Cli.Tests.Fakes;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Tests.Commands;

public sealed class ListCommandTests
{
    public static TheoryData<string> Kinds => [.. Lexicon.Sections.Select(section => section.Title.ToLowerInvariant())];

    [Fact]
    public void By_default_it_lists_the_experiments()
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("list"));

        Assert.Equal(
            """
            activation-histograms  3 variants, activation-histograms.yaml
              / tanh-xavier  tanh-he  relu-he

            deep-relu  deep-relu.yaml
              Thirty ReLU layers.


            """,
            session.Out);
    }

    [Fact]
    public void Or_those_that_match()
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("list", "experiments", "deep*"));

        Assert.StartsWith("deep-relu  deep-relu.yaml\n", session.Out);
    }

    [Fact]
    public void Scripts_get_ids_and_names_alone()
    {
        using var session = new Session { IsTerminal = true };

        Assert.Equal(0, session.Run("list", "--plain"));
        Assert.Equal(session.Catalog.Entries.Select(entry => entry.Definition.Id), session.OutLines[..^1]);

        Assert.Equal(0, session.Run("list", "activations", "--plain"));
        Assert.Equal(Lexicon.Activations.Names, session.OutLines[..^1]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_name_alias_default_and_line_of_documentation_of_the_vocabulary_is_there(string kind)
    {
        using var session = new Session();

        Assert.Equal(0, session.Run("list", kind));

        string text = Unwrapped(session.Out);
        foreach (var entry in Entries(kind))
        {
            Assert.Contains(session.OutLines, line => line.Split(' ')[0] == entry.Name);
            Assert.Contains(entry.Documentation, text);
            Assert.All(entry.Aliases, alias => Assert.Contains(alias, text));
        }

        Assert.All(session.OutLines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_of_them_can_be_shown_alone_by_any_of_its_names(string kind)
    {
        using var session = new Session();
        foreach (var entry in Entries(kind))
        {
            foreach (string name in entry.Aliases.Prepend(entry.Name))
            {
                Assert.Equal(0, session.Run("list", kind, name));
                Assert.Equal(entry.Name, session.Out.Split(' ', '\n')[0]);
                Assert.Contains(entry.Documentation, Unwrapped(session.Out));
            }
        }
    }

    [Fact]
    public void An_initialiser_shows_formula_defaults_and_draws()
    {
        using var session = new Session();

        session.Run("list", "initialisers", "kaiming_normal");

        Assert.StartsWith("he_normal { gain: 1, mode: fan_in, truncated: false }\n", session.Out);
        Assert.Contains("std = gain * sqrt(2 / fan_in)", session.Out);
        Assert.Contains("gain (number, torch, exact; default 1, at least 0)", session.Out);
        Assert.Contains("mode (fan_in, fan_out, fan_avg, fan_geo_avg; default fan_in)", Unwrapped(session.Out));
        Assert.Contains("nonlinearity (an activation; optional)", Unwrapped(session.Out));
        Assert.Contains("source       He et al. 2015", session.Out);
        Assert.Contains("elsewhere    torch kaiming_normal_", session.Out);
        Assert.Contains("one normal an element, row-major", session.Out);
    }

    [Fact]
    public void An_initialiser_that_brings_a_bias_shows_both()
    {
        using var session = new Session();

        session.Run("list", "initialisers", "torch_default");

        Assert.Contains("formula      limit = 1 / sqrt(fan_in)\n", session.Out);
        Assert.Contains("formula      bias: limit = 1 / sqrt(fan_in)\n", session.Out);
        Assert.Contains("one uniform an element, row-major; then the bias: one uniform an element, row-major", Unwrapped(session.Out));
    }

    private static IReadOnlyList<IVocabularyEntry> Entries(string kind) =>
        Lexicon.Sections.Single(section => section.Title.ToLowerInvariant() == kind).Entries;

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
