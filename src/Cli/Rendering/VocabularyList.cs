using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Rendering;

/// <summary>Entries of the vocabulary, as a table or one at length.</summary>
internal static class VocabularyList
{
    private const int LabelWidth = 13;

    /// <summary>One entry after the other, each with its parameters' defaults, its formula and its documentation.</summary>
    public static void Print(StyledWriter writer, IReadOnlyList<IVocabularyEntry> entries)
    {
        int width = entries.Max(entry => entry.Name.Length);
        foreach (var entry in entries)
        {
            string start = entry.Name.PadRight(width);
            string aliases = entry.Aliases.Count == 0 ? "" : $" Also {string.Join(", ", entry.Aliases)}.";
            var parts = Formulas(entry).Append(entry.Documentation + aliases);
            if (Written(entry) is var written && written.Length > entry.Name.Length)
                parts = parts.Prepend(written.Substring(entry.Name.Length + 1));
            foreach (string line in parts.SelectMany(part => TextLayout.Wrap(part, TextLayout.ReportWidth - width - 2)))
            {
                writer.Write(start, Look.Heading).WriteLine($"  {line}");
                start = new string(' ', width);
            }
        }
    }

    /// <summary>All there is to know about an entry.</summary>
    public static void PrintOne(StyledWriter writer, IVocabularyEntry entry)
    {
        writer.WriteLine(Written(entry), Look.Heading);
        foreach (string line in TextLayout.Wrap(entry.Documentation, TextLayout.ReportWidth - 2))
            writer.WriteLine($"  {line}");
        if (entry.Aliases.Count > 0)
            Line(writer, "also", string.Join(", ", entry.Aliases));
        foreach (string formula in Formulas(entry))
            Line(writer, "formula", formula);
        foreach (var parameter in Parameters(entry))
            Line(writer, "parameter", Describe(parameter));
        switch (entry)
        {
            case InitialiserEntry initialiser:
                Line(writer, "draws", initialiser.Draws);
                Line(writer, "source", initialiser.Source);
                Line(writer, "elsewhere", initialiser.Elsewhere);
                break;
            case ActivationEntry activation:
                PrintActivation(writer, activation);
                break;
            case DataSetEntry { Keys: { } keys }:
                foreach (var key in keys.Entries)
                    Line(writer, "key",
                        $"{key.Name} ({(key.Default is null ? "required" : $"default {key.Default}")}): {key.Documentation}");
                break;
            case StreamEntry stream:
                Line(writer, "seeds", stream.Seeds);
                break;
        }
    }

    private static void PrintActivation(StyledWriter writer, ActivationEntry entry)
    {
        var facts = new ActivationFacts(entry);
        if (entry.Libraries.Count > 0)
            Line(writer, "elsewhere", string.Join("; ", entry.Libraries.Select(library => $"{library.Library} {library.Name}")));
        if (entry.Note is not null)
            Line(writer, "note", entry.Note);
        Line(writer, "gain", $"{facts.Gain}{(entry.Example.Count > 0 ? $" with {facts.Written}" : "")}");
        Line(writer, "shape", facts.Sparkline(columns: 49));
        Line(writer, "", $"from {ActivationFacts.Low} to {ActivationFacts.High}; {facts.Span}");
    }

    /// <summary>As a file writes it, with every default spelled out: <c>normal { mean: 0, std: 1 }</c>.</summary>
    private static string Written(IVocabularyEntry entry)
    {
        string[] parameters = [.. Parameters(entry).Where(parameter => !parameter.IsOptional).Select(parameter =>
            parameter.Default is null ? parameter.Name : $"{parameter.Name}: {parameter.Default}")];
        return parameters.Length == 0 ? entry.Name : $"{entry.Name} {{ {string.Join(", ", parameters)} }}";
    }

    /// <summary>
    /// What an entry takes, in one line: <c>gain (number, torch or exact; default 1, at least 0): Factor of the spread.</c>
    /// </summary>
    public static string Describe(ParameterEntry parameter)
    {
        string[] parts =
        [
            .. Values(parameter) is { Length: > 0 } values ? [values] : Array.Empty<string>(),
            parameter.IsRequired ? "required" : parameter.IsOptional ? "optional" : $"default {parameter.Default}",
        ];
        string bounds = Phrases.Bounds(parameter.Minimum, parameter.ExcludesMinimum, parameter.Maximum, parameter.ExcludesMaximum);
        return $"{parameter.Name} ({string.Join("; ", parts)}{(bounds.Length == 0 ? "" : $", {bounds}")}): {parameter.Documentation}";
    }

    private static string Values(ParameterEntry parameter)
    {
        string words = string.Join(", ", parameter.Words.Select(word => word.Name));
        return parameter.Kind switch
        {
            ParameterKind.Activation => "an activation",
            ParameterKind.Number => words.Length == 0 ? "" : $"number, {words}",
            _ => words,
        };
    }

    /// <summary>The numbers that an entry takes.</summary>
    public static IReadOnlyList<ParameterEntry> Parameters(IVocabularyEntry entry) => entry switch
    {
        InitialiserEntry initialiser => initialiser.Parameters,
        ActivationEntry activation => activation.Parameters,
        LayerEntry layer => layer.Parameters,
        OptimizerEntry optimizer => optimizer.Parameters,
        _ => [],
    };

    /// <summary>Formulas that say more than the entry's own parameters do.</summary>
    public static IEnumerable<string> Formulas(IVocabularyEntry entry) => entry switch
    {
        ActivationEntry activation => [activation.Formula],
        LayerEntry layer => [layer.Formula],
        OptimizerEntry optimizer => [optimizer.Formula],
        LossEntry loss => [loss.Formula],
        InitialiserEntry { NeedsFans: true } initialiser => Formulas(initialiser.Standard),
        _ => [],
    };

    private static IEnumerable<string> Formulas(InitialiserPlan plan)
    {
        if (plan.Reported is { } reported && reported.Formula != reported.Name)
            yield return $"{reported.Name} = {reported.Formula}";
        if (plan.Bias?.Reported is { } bias)
            yield return $"bias: {bias.Name} = {bias.Formula}";
    }

    private static void Line(StyledWriter writer, string label, string text)
    {
        if (text.Length == 0)
            return;
        foreach (string line in TextLayout.Wrap(text, TextLayout.ReportWidth - 2 - LabelWidth))
        {
            writer.Write("  " + label.PadRight(LabelWidth), Look.Aside).WriteLine(line);
            label = "";
        }
    }
}
