namespace FanIn.Theory.Networks;

/// <summary>What can be wrong with a network, in the order of the diagnostics FAN1001 to FAN1009.</summary>
public enum FindingKind
{
    /// <summary>rms z_l/rms z_1 &lt; 1/20.</summary>
    VanishingSignal = 1,

    /// <summary>rms z_l/rms z_1 &gt; 20.</summary>
    ExplodingSignal,

    /// <summary>More than a quarter of the pre-activations is saturated.</summary>
    Saturation,

    /// <summary>rms da_1/rms da_L &lt; 1/20.</summary>
    VanishingGradient,

    /// <summary>rms da_1/rms da_L &gt; 20.</summary>
    ExplodingGradient,

    /// <summary>1 − c_l &lt; 0.005.</summary>
    IndistinguishableInputs,

    /// <summary>Two inputs next to each other come apart by more than 20.</summary>
    Chaotic,

    /// <summary>More than a third of the units answers no input.</summary>
    DeadUnits,

    /// <summary>All weights of a layer are one number: its units are equal and stay equal.</summary>
    SymmetricUnits,
}

/// <summary>A condition that holds of a network.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Layer">The first layer where it holds; for the gradients the first layer.</param>
/// <param name="Value">The number that is compared, at that layer.</param>
/// <param name="Threshold">What it is compared with.</param>
/// <param name="LogDeviation">Standard deviation over draws of ln Value; NaN where none is predicted.</param>
public sealed record Finding(FindingKind Kind, string Layer, double Value, double Threshold, double LogDeviation)
{
    /// <summary>The diagnostic that it is the condition of: <c>FAN1001</c>.</summary>
    public string Id => $"FAN{(1000 + (int)Kind).ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>Whether it still holds <paramref name="deviations"/> standard deviations away from the prediction.</summary>
    public bool HoldsWithin(double deviations) =>
        !(Math.Abs(Numerics.Elementary.Log(Value / Threshold)) < deviations * LogDeviation);
}

/// <summary>One word for a network.</summary>
public enum Verdict
{
    /// <summary>Signal and gradient arrive.</summary>
    Healthy,

    /// <summary>Most units no longer answer.</summary>
    Saturated,

    /// <summary>Signal or gradient becomes too small.</summary>
    Vanishing,

    /// <summary>Signal or gradient becomes too large.</summary>
    Exploding,

    /// <summary>All inputs give the same.</summary>
    InputBlind,

    /// <summary>Inputs next to each other give unlike outputs.</summary>
    Chaotic,
}
