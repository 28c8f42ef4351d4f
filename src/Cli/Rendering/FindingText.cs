using FanIn.Theory.Networks;
using Spectre.Console;

namespace FanIn.Cli.Rendering;

/// <summary>Findings and verdicts in words.</summary>
internal static class FindingText
{
    /// <summary>
    /// What a finding says, as a clause: <c>the signal at hidden3 is 0.0050 times that at hidden1</c>.
    /// </summary>
    /// <param name="finding">The finding.</param>
    /// <param name="layers">The names of the network's layers.</param>
    public static string Of(Finding finding, IReadOnlyList<string> layers)
    {
        string value = Number(finding.Kind, finding.Value), layer = finding.Layer, last = layers[^1], first = layers[0];
        return finding.Kind switch
        {
            FindingKind.VanishingSignal or FindingKind.ExplodingSignal => $"the signal at {layer} is {value} times that at {first}",
            FindingKind.Saturation => $"{value} of the values at {layer} are saturated",
            FindingKind.VanishingGradient or FindingKind.ExplodingGradient => $"the gradient at {layer} is {value} times that at {last}",
            FindingKind.IndistinguishableInputs => $"from {layer} on all inputs look alike (1 − cosine = {value})",
            FindingKind.Chaotic => $"at {layer} neighbouring inputs are {value} times as far apart as at {first}",
            FindingKind.DeadUnits => $"{value} of the units of {layer} are dead",
            FindingKind.SymmetricUnits => $"all units of {layer} are one and the same",
            _ => throw new ArgumentOutOfRangeException(nameof(finding)),
        };
    }

    /// <summary>The measured number of a finding, as it stands in <see cref="Of"/>.</summary>
    public static string Number(FindingKind kind, double value) =>
        kind is FindingKind.Saturation or FindingKind.DeadUnits ? ShortNumber.Percent(value) : ShortNumber.InText(value);

    /// <summary>The colour of a verdict.</summary>
    public static Style Look(Verdict verdict) => verdict switch
    {
        Verdict.Healthy => Rendering.Look.Good,
        Verdict.Exploding or Verdict.Chaotic => Rendering.Look.Bad,
        _ => Rendering.Look.Striking,
    };
}
