namespace FanIn.Dsl.Vocabulary;

/// <summary>Initialisers that follow from a theory of the activation.</summary>
internal static partial class Initialisers
{
    private static IEnumerable<InitialiserEntry> FromTheory() =>
    [
        new(
            "edge_of_chaos",
            Names(),
            Takes(
                ParameterEntry.Optional("sigma_b", 0, "Standard deviation of the bias, which comes with it where it is not 0. Default 0."),
                ParameterEntry.Optional("q", 0, "Instead of sigma_b: the variance of the pre-activations that is to stay.")),
            EdgeOfChaos,
            "sigma_w / sqrt(fan_in) with the sigma_w at which neither signal nor gradient dies out in the layer's activation.")
        {
            Place = InitialiserPlace.Weights,
            Source = "Poole et al. 2016, eq. 7; Schoenholz et al. 2017, §3; Hayou et al. 2019, definition 2.",
        },
        new(
            "siren",
            Names(),
            Takes(AtLeast(0, "omega", "30", "ω of the activation sin(ω x).")),
            choice => InitialiserPlan.Symmetric(choice.IsFirst ? "1 / fan_in" : "sqrt(6 / fan_in) / omega"),
            "Uniform: ±1 / fan_in in the first layer, ±sqrt(6 / fan_in) / omega later; for layers of sin(ω x).")
        {
            Place = InitialiserPlace.Weights,
            Source = "Sitzmann et al. 2020, Implicit neural representations with periodic activation functions, §3.2 and supplement §1.5.",
        },
        new(
            "random_walk",
            Names(),
            Takes(ParameterEntry.OfWords(
                "nonlinearity", "relu", "What the layers compute.", new("relu", "Layers of ReLUs."), new("linear", "Linear layers."))),
            choice => InitialiserPlan.Normal(choice["nonlinearity"] == "linear"
                ? "exp(1 / (2 * fan_in)) / sqrt(fan_in)"
                : "sqrt(2) * exp(1.2 / (max(fan_in, 6) - 2.4)) / sqrt(fan_in)"),
            "As he_normal, corrected for what a narrow and deep network loses on average.")
        {
            Place = InitialiserPlace.Weights,
            Source = "Sussillo and Abbott 2014, Random walk initialization for training very deep feedforward networks.",
        },
    ];

    private static InitialiserPlan EdgeOfChaos(InitialiserChoice choice) => InitialiserPlan.Normal("sigma_w / sqrt(fan_in)") with
    {
        IsCritical = true,
        Bias = choice.Gives("sigma_b") || choice.Gives("q") ? InitialiserPlan.Normal("sigma_b") : null,
    };
}
