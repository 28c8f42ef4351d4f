using FanIn.Theory.Networks;

namespace FanIn.Runtime.Tests.Predictions;

/// <summary>One warning, given or not, beside what it is about.</summary>
public sealed record GridDecision(GridPoint Point, ulong Seed, FindingKind Kind, Finding? Finding, double Measured)
{
    private static bool IsBelow(FindingKind kind) =>
        kind is FindingKind.VanishingSignal or FindingKind.VanishingGradient or FindingKind.IndistinguishableInputs;

    private static double Threshold(FindingKind kind) => kind switch
    {
        FindingKind.VanishingSignal or FindingKind.VanishingGradient => 1 / FindingRules.Factor,
        FindingKind.Saturation => FindingRules.SaturatedShare,
        FindingKind.IndistinguishableInputs => FindingRules.SmallestDistance,
        FindingKind.DeadUnits => FindingRules.DeadShare,
        _ => FindingRules.Factor,
    };

    public bool IsWarned => Finding is not null;

    /// <summary>By which factor the measurement lies beyond the threshold: above 1 a warning is right.</summary>
    public double Beyond => IsBelow(Kind) ? Threshold(Kind) / Measured : Measured / Threshold(Kind);

    public bool IsFalseAlarm => IsWarned && !(Beyond > 1);

    public bool IsMiss => !IsWarned && Beyond > 1;

    /// <summary>Whether prediction and measurement disagree by more than a factor of 1.5 about the threshold.</summary>
    public bool IsFarOff => IsWarned ? !(Beyond > 1 / 1.5) : Beyond > 1.5;

    public override string ToString() => FormattableString.Invariant(
        $"FAN{1000 + (int)Kind} {(IsWarned ? "warned" : "silent")}, measured {Measured:G3}, seed {Seed}: {Point}");
}
