using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FanIn.Experiments.Tests.Essay;

/// <summary>The tables of the essay, between <c>&lt;!-- table: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
internal static class EssayTables
{
    private static readonly (string Label, string Name)[] Initialisations =
        [("std1", "std 1"), ("std0.01", "std 0.01"), ("xavier", "√(1/n)"), ("he", "√(2/n)")];

    /// <summary>The page with its tables computed anew.</summary>
    public static string Refresh(string page, bool korean) => Regex.Replace(
        page, @"<!-- table: (\w+) -->\n.*?<!-- end -->",
        match => $"<!-- table: {match.Groups[1].Value} -->\n{Table(match.Groups[1].Value, korean)}<!-- end -->", RegexOptions.Singleline);

    private static string Table(string name, bool korean) => name switch
    {
        "gradients" => Gradients(korean),
        "shares" => Shares(korean),
        "training" => Training(korean),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such table."),
    };

    private static string Gradients(bool korean)
    {
        var table = Head(korean
            ? ["시그모이드, 가중치", "포화 비율 (5층)", "기울기 rms, 5층", "1층", "남은 비율"]
            : ["sigmoid, weights", "saturated in layer 5", "rms of the gradient in layer 5", "in layer 1", "what is left"]);
        foreach (var (label, name) in Initialisations)
        {
            var layers = GalleryRuns.Of($"diagnostics/sigmoid-{label}").Result.Layers;
            double last = layers[^1].PreActivationGradients!.Std, first = layers[0].PreActivationGradients!.Std;
            double saturated = layers[^1].Diagnostics.SaturatedLow!.Value + layers[^1].Diagnostics.SaturatedHigh!.Value;
            Row(table, [name, Percent(saturated), Number(last), Number(first), Percent(first / last)]);
        }

        return table.ToString();
    }

    private static string Shares(bool korean)
    {
        var table = Head(korean
            ? ["시그모이드", "1층", "2층", "3층", "4층", "5층"]
            : ["sigmoid", "layer 1", "2", "3", "4", "5"]);
        foreach (var (label, name) in new[] { ("xavier", "√(1/n)"), ("std1", "std 1") })
        {
            var layers = GalleryRuns.Of($"diagnostics/sigmoid-{label}").Result.Layers;
            Row(table, [$"{name}: std", .. layers.Select(layer => Number(layer.Activations!.Std))]);
            Row(table,
                [$"{name}: {(korean ? "입력이 만드는 몫" : "input-driven")}", .. layers.Select(layer => Percent(layer.Split!.InputDriven))]);
        }

        return table.ToString();
    }

    private static string Training(bool korean)
    {
        var table = Head(korean
            ? ["시그모이드, 가중치", "손실 (학습률 0.01)", "정확도", "손실 (학습률 0.1)", "정확도", "손실 (학습률 1)", "정확도"]
            : ["sigmoid, weights", "loss at rate 0.01", "right", "loss at rate 0.1", "right", "loss at rate 1", "right"]);
        foreach (var (label, name) in Initialisations)
        {
            var trainings =
                new[] { "0.01", "0.1", "1" }.Select(rate => GalleryRuns.Of($"sigmoid-training/sigmoid-{label}-{rate}").Result.Training!);
            Row(table, [name, .. trainings.SelectMany(training => new[] { Loss(training.Loss), Percent(training.Accuracy) })]);
        }

        return table.ToString();
    }

    private static StringBuilder Head(string[] cells)
    {
        var table = new StringBuilder();
        Row(table, cells);
        Row(table, [.. cells.Select((_, i) => i == 0 ? "---" : "---:")]);
        return table;
    }

    private static void Row(StringBuilder table, string[] cells) => table.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Loss(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(double share) => Number(100 * share) + " %";

    private static string Number(double value) => value == 0 ? "0" : Math.Abs(value) < 1e-4
        ? value.ToString("0.0e+0", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) >= 100 ? "0" : "G3", CultureInfo.InvariantCulture);
}
