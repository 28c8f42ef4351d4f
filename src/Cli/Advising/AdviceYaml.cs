using FanIn.Cli.Rendering;
using FanIn.Dsl.Advice;

namespace FanIn.Cli.Advising;

/// <summary>The lines to paste into the file.</summary>
internal static class AdviceYaml
{
    private const string Indent = "    ";

    /// <summary>Prints them, once for all layers that want the same.</summary>
    public static void Print(StyledWriter report, IReadOnlyList<LayerAdvice> layers)
    {
        var groups = layers.GroupBy(layer => (layer.Activation, layer.Initialiser, layer.Bias)).ToList();
        foreach (var group in groups)
        {
            if (groups.Count > 1)
                report.WriteLine($"  {Names([.. group])}", Look.Aside);
            var (activation, initialiser, bias) = group.Key;
            Print(report, "activation", activation, "");
            Print(report, "init", initialiser, Numbers([.. group]));
            Print(report, "bias", bias, "");
        }
    }

    private static void Print(StyledWriter report, string key, string? value, string comment)
    {
        if (value is null)
            return;
        report.Write($"{Indent}{key}: {value}", Look.Good);
        report.WriteLine(comment.Length > 0 ? $"  # {comment}" : "", Look.Aside);
    }

    /// <summary><c>σ_w = 1.414, std 0.1414</c>: what the layers have in common.</summary>
    private static string Numbers(IReadOnlyList<LayerAdvice> layers)
    {
        string Common(string name, Func<LayerAdvice, double> number)
        {
            var distinct = layers.Select(layer => ShortNumber.Of(number(layer))).Distinct().ToList();
            return distinct.Count == 1 ? name + distinct[0] : "";
        }

        string[] parts =
        [
            Common("σ_w = ", layer => layer.SigmaW),
            Common("σ_b = ", layer => layer.SigmaB),
            Common("std ", layer => layer.Std),
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Names(IReadOnlyList<LayerAdvice> layers) => layers.Count switch
    {
        1 => layers[0].Layer,
        2 => $"{layers[0].Layer}, {layers[1].Layer}",
        _ => $"{layers[0].Layer} … {layers[^1].Layer}",
    };
}
