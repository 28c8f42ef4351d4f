using FanIn.Cli.Rendering;
using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Explaining;

/// <summary>What of the last layer depends on the input, what saturates and what is no more than linear.</summary>
internal static class ShareSentence
{
    /// <summary>Below this share nobody needs the digits.</summary>
    private const double HardlyAny = 1e-6;

    public static string Of(StoryFacts facts)
    {
        var (layer, prediction) = (facts.Last, facts.LastPrediction);
        List<string> measured = [], predicted = [];
        if (layer.Split is { } split && double.IsNaN(split.InputDriven))
            measured.Add(layer.Activations?.Std == 0
                ? $"nothing varies at {layer.Name}, and so nothing depends on the input"
                : $"there is no variance at {layer.Name} of which the inputs could have a share");
        else
            Add(layer.Split?.InputDriven, prediction?.InputDriven.Value, $"of the variance at {layer.Name} depends on the input");
        var (runs, theorys) = (layer.Diagnostics, Both(prediction?.SaturatedLow, prediction?.SaturatedHigh));
        var saturated = Both(Finite(runs.SaturatedLow), Finite(runs.SaturatedHigh));
        if (saturated is not null || theorys is not null)
            Add(saturated, theorys, "of its pre-activations saturate");
        else
            Add(
                Finite(runs.Inactive), prediction?.Inactive is > 0 and var inactive ? inactive : null,
                "of its pre-activations meet a slope of zero");
        Add(Finite(runs.LinearShare), prediction?.LinearShare, "of what depends on the input is linear");

        string told = Prose.List(measured), theory = predicted.Count == 0 ? "" : $"by theory {Prose.List(predicted)}";
        return Prose.Sentence(
            told.Length + theory.Length == 0 ? $"nothing observed says how much of {layer.Name} depends on the input"
            : string.Join("; ", new[] { told, theory }.Where(part => part.Length > 0)));

        void Add(double? run, double? expected, string what)
        {
            string? theory = expected is { } number ? Share(number) : null;
            if (run is { } value)
            {
                string beside = theory is null ? "" : theory == Share(value) ? " (in theory as well)" : $" (in theory {theory})";
                measured.Add($"{Share(value)} {what}{beside}");
            }
            else if (theory is not null)
            {
                predicted.Add($"{theory} {what}");
            }
        }
    }

    private static string Share(double share) =>
        share is > 0 and < HardlyAny ? "next to nothing" : ShortNumber.Percent(share);

    private static double? Both(double? low, double? high) => low is null && high is null ? null : (low ?? 0) + (high ?? 0);

    private static double? Finite(double? share) => share is { } value && double.IsFinite(value) ? value : null;
}
