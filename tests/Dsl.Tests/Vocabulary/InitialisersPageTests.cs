using System.Text;
using FanIn.Dsl.Tests.Support;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Tests.Vocabulary;

/// <summary>docs/initialisers.md says what the table says. FANIN_UPDATE=1 writes it anew.</summary>
public class InitialisersPageTests
{
    private static readonly string PagePath = Path.Combine(Repository.Root, "docs/initialisers.md");

    [Fact]
    public void The_page_is_what_the_table_says()
    {
        if (Repository.Updates)
            File.WriteAllText(PagePath, Page());
        else
            Assert.Equal(File.ReadAllText(PagePath), Page());
    }

    private static string Page()
    {
        var text = new StringBuilder("""
            # Initialisers

            Every name that can stand as `init`, and most that can stand as `bias` or as the input's `distribution`. Generated from the
            vocabulary; `fanin list initialisers NAME` prints the same. What each draws is tested against its formula in
            [conformance](conformance.md).

            A file writes the name alone, or the name with what it takes: `init: he_normal`, `init: { he_normal: { truncated: true } }`.
            Weights are `fan_in × fan_out` and drawn row by row; `fan_in`, `fan_out`, `fan_avg`, `layer` and `depth` can stand in every number.

            `run` says for each layer which formula its weights had, with the layer's numbers in, the std that was asked for and the one that
            was achieved; the results hold it as `init`.


            """);
        foreach (var entry in Lexicon.Initialisers)
            Append(text, entry);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, InitialiserEntry entry)
    {
        text.Append($"## {entry.Name}\n\n{entry.Documentation}\n\n");
        if (entry.Aliases.Count > 0)
            text.Append($"- Also: {string.Join(", ", entry.Aliases.Select(alias => $"`{alias}`"))}\n");
        text.Append($"- Stands as: {entry.Place switch
        {
            InitialiserPlace.AnyTensor => "`init`, `bias`, the input's `distribution`",
            InitialiserPlace.Layer => "`init`, `bias`",
            _ => "`init`",
        }}\n");
        text.Append($"- Drawn: {InitialiserText.Drawn(entry)}\n- Takes from the stream: {entry.Draws}\n");
        if (entry.Source.Length > 0)
            text.Append($"- Source: {entry.Source}\n");
        if (entry.Elsewhere.Length > 0)
            text.Append($"- Elsewhere: {entry.Elsewhere}\n");
        if (entry.Parameters.Count > 0)
        {
            text.Append("\n| takes | value | default | |\n| --- | --- | --- | --- |\n");
            foreach (var parameter in entry.Parameters)
                text.Append($"| `{parameter.Name}` | {Value(parameter)} | "
                    + $"{(parameter.IsRequired ? "required" : parameter.Default ?? "–")} | {parameter.Documentation} |\n");
        }

        var words = entry.Parameters.Where(parameter => parameter.Kind != ParameterKind.Flag).SelectMany(parameter => parameter.Words);
        foreach (var word in words)
            text.Append($"\n- `{word.Name}`: {word.Documentation}");
        text.Append(entry.Parameters.Any(parameter => parameter.Words.Count > 0 && parameter.Kind != ParameterKind.Flag) ? "\n\n" : "\n");
    }

    private static string Value(ParameterEntry parameter)
    {
        string words = string.Join(", ", parameter.Words.Select(word => $"`{word.Name}`"));
        string least = double.IsNegativeInfinity(parameter.Minimum) ? "" : $" ≥ {parameter.Minimum}";
        string most = double.IsPositiveInfinity(parameter.Maximum) ? "" : $" ≤ {parameter.Maximum}";
        return parameter.Kind switch
        {
            ParameterKind.Activation => "an activation",
            ParameterKind.Number => $"number{least}{most}{(words.Length > 0 ? ", " + words : "")}",
            _ => words,
        };
    }
}
