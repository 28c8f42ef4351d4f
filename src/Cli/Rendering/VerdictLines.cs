using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Rendering;

/// <summary>
/// The end of an experiment's block: what theory makes of the network in a word, and why; and where measurement says otherwise.
/// </summary>
internal static class VerdictLines
{
    private const string Indent = "  ";
    private const int Width = TextLayout.ReportWidth - 4;

    /// <summary>Prints them; nothing without a prediction.</summary>
    public static void Print(StyledWriter writer, ExperimentResult result)
    {
        if (result.Prediction is not { } theory)
            return;
        var measured = MeasuredFacts.Of(result);
        Print(writer, theory, measured);
        var unexpected = FindingRules.Of(measured).Where(finding => theory.Findings.All(known => known.Kind != finding.Kind)).ToArray();
        if (unexpected.Length > 0)
        {
            var clauses = FindingRules.ByWeight(unexpected).Select(finding => Clause(finding, measured: null, Names(measured)));
            Print(writer, "measured", FindingRules.VerdictOf(unexpected), clauses);
        }
    }

    /// <summary>Prints what theory says of an ensemble's network.</summary>
    public static void Print(StyledWriter writer, EnsembleResult ensemble)
    {
        if (ensemble.Prediction is { } theory)
            Print(writer, theory, MeasuredFacts.Unknown(ensemble.Definition));
    }

    private static void Print(StyledWriter writer, NetworkPrediction theory, IReadOnlyList<LayerFacts> measured)
    {
        if (theory.HasVerdict)
        {
            Print(writer, "theory", theory.Verdict, FindingRules.ByWeight(theory.Findings).Select(
                finding => Clause(finding, FindingRules.Value(finding.Kind, finding.Layer, measured)?.Value, Names(measured))));
        }

        if (theory.Obstacle is { } obstacle)
        {
            string[] lines = [.. TextLayout.Wrap($"theory ends at {obstacle}", Width)];
            writer.Write(Indent).WriteLine(lines[0], Look.Aside);
            Continue(writer, lines);
        }
    }

    private static void Print(StyledWriter writer, string who, Verdict verdict, IEnumerable<string> clauses)
    {
        string reasons = string.Join("; ", clauses), start = $"{who}: ", word = verdict.Word();
        string[] lines = [.. TextLayout.Wrap($"{start}{word}{(reasons.Length > 0 ? $" – {reasons}" : "")}", Width)];
        writer.Write(Indent).Write(start, Look.Aside).Write(word, FindingText.Look(verdict));
        writer.WriteLine(lines[0][(start.Length + word.Length)..], Look.Aside);
        Continue(writer, lines);
    }

    private static void Continue(StyledWriter writer, string[] lines)
    {
        foreach (string line in lines.Skip(1))
            writer.Write(Indent).Write(Indent).WriteLine(line, Look.Aside);
    }

    private static string Clause(Finding finding, double? measured, IReadOnlyList<string> layers) =>
        FindingText.Of(finding, layers) + (measured is { } value ? $" (measured {FindingText.Number(finding.Kind, value)})" : "");

    private static string[] Names(IReadOnlyList<LayerFacts> layers) =>
        [.. layers.Where(layer => layer.Depth == 0).Select(layer => layer.Name)];
}
