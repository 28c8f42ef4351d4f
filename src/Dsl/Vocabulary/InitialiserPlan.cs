using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>A number of an <see cref="InitialiserKind"/> as a formula over the entry's parameters and the layer's fans.</summary>
/// <param name="Name"><c>std</c>.</param>
/// <param name="Formula"><c>gain * sqrt(2 / fan_in)</c>.</param>
public sealed record ArgumentFormula(string Name, string Formula);

/// <summary>What is drawn: the runtime's way, and its numbers as formulas.</summary>
/// <param name="Kind">What the runtime draws.</param>
/// <param name="Arguments">The numbers of <paramref name="Kind"/>, in its order.</param>
public sealed record InitialiserPlan(InitialiserKind Kind, EquatableArray<ArgumentFormula> Arguments)
{
    /// <summary>The switches of <see cref="Kind"/>, which follow its numbers.</summary>
    public EquatableArray<Switch> Switches { get; init; } = EquatableArray<Switch>.Empty;

    /// <summary>What happens to the layer when weights and bias are drawn; null for nothing.</summary>
    public CalibrationPlan? Calibration { get; init; }

    /// <summary>The bias that belongs to it, where the file gives none; null for no bias.</summary>
    public InitialiserPlan? Bias { get; init; }

    /// <summary>Whether its formulas use sigma_w and sigma_b of the activation's critical point.</summary>
    public bool IsCritical { get; init; }

    /// <summary>What the report calls the number that the spread follows from, and its formula; null for none.</summary>
    public ArgumentFormula? Reported { get; init; }

    /// <summary>What it takes from the stream, in which order.</summary>
    public string Draws =>
        OwnDraws + (Bias is null ? "" : Bias.OwnDraws == "nothing" ? "; nothing for the bias" : $"; then the bias: {Bias.OwnDraws}");

    private string OwnDraws => Kind switch
    {
        InitialiserKind.Normal => "one normal an element, row-major",
        InitialiserKind.Uniform => "one uniform an element, row-major",
        InitialiserKind.TruncatedNormal => "one uniform an element, row-major",
        InitialiserKind.Orthogonal => "one normal an element, row-major, fan_in × fan_out",
        InitialiserKind.LooksLinear => "one normal an element of the block A, row-major",
        InitialiserKind.Sparse => "one normal an element, row-major; then one uniform an element, row-major",
        _ => "nothing",
    };

    /// <summary>std·g + mean.</summary>
    public static InitialiserPlan Normal(string std, string mean = "0") =>
        new(InitialiserKind.Normal, new([new("mean", mean), new("std", std)])) { Reported = new("std", std) };

    /// <summary>U(−limit, limit).</summary>
    public static InitialiserPlan Symmetric(string limit) =>
        new(InitialiserKind.Uniform, new([new("min", $"-({limit})"), new("max", limit)])) { Reported = new("limit", limit) };

    /// <summary>A normal distribution that is cut at ±sigmas standard deviations.</summary>
    public static InitialiserPlan Truncated(string std, string sigmas, bool rescale, string mean = "0") =>
        Truncated(mean, std, $"-{sigmas}", sigmas, rescale);

    /// <summary>A normal distribution that is cut at two bounds, in standard deviations from the mean.</summary>
    public static InitialiserPlan Truncated(string mean, string std, string low, string high, bool rescale) =>
        new(InitialiserKind.TruncatedNormal, new([new("mean", mean), new("std", std), new("low", low), new("high", high)]))
        {
            Switches = new([new("rescale", rescale)]),
            Reported = new("std", std),
        };

    /// <summary>Every element the same.</summary>
    public static InitialiserPlan Constant(string value) =>
        new(InitialiserKind.Constant, new([new("value", value)])) { Reported = new("value", value) };
}

/// <summary>What an initialiser does with the data when weights and bias are drawn.</summary>
/// <param name="Method">The method of FanIn.Runtime.Experiments.Experiment.</param>
/// <param name="Arguments">Its numbers.</param>
public sealed record CalibrationPlan(string Method, EquatableArray<ArgumentFormula> Arguments)
{
    /// <summary>Its switches, which follow the numbers.</summary>
    public EquatableArray<Switch> Switches { get; init; } = EquatableArray<Switch>.Empty;

    /// <summary>Whether it sets the bias, which the layer then must have.</summary>
    public bool SetsBias { get; init; }
}
