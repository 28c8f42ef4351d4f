namespace FanIn.Dsl.Vocabulary;

/// <summary>Distributions that know nothing of the layer.</summary>
internal static partial class Initialisers
{
    private static readonly ParameterEntry Mean = Number("mean", "0", "Its mean.");
    private static readonly ParameterEntry Std = AtLeast(0, "std", "1", "Its standard deviation.");

    private static IEnumerable<InitialiserEntry> Distributions() =>
    [
        new("zeros", Names(), Takes(), _ => InitialiserPlan.Constant("0"), "Every element 0.")
        {
            Elsewhere = "torch zeros_, Keras Zeros, JAX zeros, MXNet Zero.",
        },
        new("ones", Names(), Takes(), _ => InitialiserPlan.Constant("1"), "Every element 1.")
        {
            Elsewhere = "torch ones_, Keras Ones, JAX ones, MXNet One.",
        },
        new(
            "constant",
            Names(),
            Takes(new ParameterEntry("value", null, double.NegativeInfinity, "The value of every element.")),
            _ => InitialiserPlan.Constant("value"),
            "Every element the same.")
        {
            Elsewhere = "torch constant_, Keras Constant (0 by default), JAX constant, MXNet Constant.",
        },
        new("normal", Names(), Takes(Mean, Std), _ => InitialiserPlan.Normal("std", "mean"), "Normal distribution.")
        {
            Elsewhere = "torch normal_ (std 1), Keras RandomNormal (std 0.05), JAX normal (std 0.01), MXNet Normal (std 0.01).",
        },
        new(
            "uniform",
            Names(),
            Takes(Number("min", "-1", "Its low end."), Number("max", "1", "Its high end.")),
            _ => new(Model.InitialiserKind.Uniform, new([new("min", "min"), new("max", "max")])) { Reported = new("max", "max") },
            "Uniform distribution over [min, max).")
        {
            Elsewhere =
                "torch uniform_ (0 to 1), Keras RandomUniform (±0.05), MXNet Uniform (±0.07), JAX uniform (0 to 0.01: not symmetric).",
        },
        new(
            "truncated_normal",
            Names(),
            Takes(
                Mean with { Documentation = "Its mean before the cut." },
                Std with { Documentation = "Its standard deviation before the cut; with rescale, after it." },
                AtLeast(0, "sigmas", "2", "Cut at so many standard deviations on either side: the spelling of JAX and Keras."),
                ParameterEntry.OfFlag("rescale", false, "Widen it, so that std is what is left after the cut."),
                ParameterEntry.Optional("min", double.NegativeInfinity, "Absolute lower bound: the spelling of torch, with max."),
                ParameterEntry.Optional("max", double.NegativeInfinity, "Absolute upper bound: the spelling of torch, with min.")),
            Truncated,
            "Normal distribution cut in standard deviations (sigmas, rescale) or at absolute bounds (min, max), not both.")
        {
            Source = "By inverse distribution function, never by rejection; Wichura 1988, Algorithm AS 241.",
            Elsewhere =
                "Keras TruncatedNormal and JAX truncated_normal: sigmas: 2, no rescale. torch trunc_normal_: min: -2, max: 2, absolute; "
                + "with std 0.02 that is ±100 standard deviations and cuts nothing.",
        },
    ];

    private static InitialiserPlan Truncated(InitialiserChoice choice) => choice.Gives("min")
        ? InitialiserPlan.Truncated("mean", "std", "(min - mean) / std", "(max - mean) / std", rescale: false)
        : InitialiserPlan.Truncated("std", "sigmas", choice.Is("rescale"), "mean");
}
