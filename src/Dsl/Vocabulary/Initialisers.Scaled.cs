namespace FanIn.Dsl.Vocabulary;

/// <summary>Distributions whose variance the layer's fans scale.</summary>
internal static partial class Initialisers
{
    private static readonly ParameterEntry Gain = new("gain", "1", 0, "Factor of the spread, or where it comes from.")
    {
        Words = new(
        [
            new("torch", "torch.nn.init.calculate_gain of the nonlinearity; in he_* it takes the place of sqrt(2)."),
            new("exact", "1 / sqrt(E φ(z)²) of the nonlinearity, z standard normal; in he_* it takes the place of sqrt(2)."),
        ]),
    };

    private static readonly ParameterEntry Nonlinearity =
        new("nonlinearity", null, double.NegativeInfinity,
            "Whose gain it is: the layer's activation, unless given. Alone it means gain: torch.")
        {
            Kind = ParameterKind.Activation,
            IsOptional = true,
        };

    private static readonly ParameterEntry Cut =
        ParameterEntry.OfFlag("truncated", false, "Cut at 2 standard deviations and widened, as Keras and JAX do.");

    private static readonly ParameterEntry Mode = ParameterEntry.OfWords(
        "mode", "fan_in", "Which fan counts.",
        new("fan_in", "Units before: keeps the variance on the way forward."),
        new("fan_out", "Units of the layer: keeps the variance of the gradient on the way back."),
        new("fan_avg", "(fan_in + fan_out) / 2."),
        new("fan_geo_avg", "sqrt(fan_in * fan_out)."));

    private static IEnumerable<InitialiserEntry> Scaled() =>
    [
        new(
            "variance_scaling",
            Names(),
            Takes(
                AtLeast(0, "scale", "1", "Variance of the weights times the fan."),
                Mode,
                ParameterEntry.OfWords(
                    "distribution", "truncated_normal", "Which distribution has that variance.",
                    new("truncated_normal", "Normal, cut at 2 standard deviations and widened to keep the variance."),
                    new("normal", "Normal, not cut."),
                    new("untruncated_normal", "Normal, not cut: Keras's word."),
                    new("uniform", "Uniform, symmetric about 0."))),
            VarianceScaling,
            "Variance scale / fan, from which the named ones follow.")
        {
            Place = InitialiserPlace.Layer,
            Source = "Glorot and Bengio 2010; He et al. 2015. 0.8796256610342398 is the std of a normal cut at 2.",
            Elsewhere = "Keras VarianceScaling (the same defaults), JAX variance_scaling (which has fan_geo_avg as well). TensorFlow.NET's "
                + "ignores its seed.",
        },
        Normal("lecun_normal", null, Fan.Chosen, 1, "Keeps the variance through linear layers.") with
        {
            Source = "LeCun et al. 1998, Efficient BackProp, §4.6.",
            Elsewhere = "Keras LecunNormal, JAX lecun_normal, Flax's default: those are cut, write truncated: true.",
        },
        Uniform("lecun_uniform", null, Fan.Chosen, 1, "As lecun_normal, uniform with the same variance.") with
        {
            Source = "LeCun et al. 1998, Efficient BackProp, §4.6.",
            Elsewhere = "Keras LecunUniform, JAX lecun_uniform.",
        },
        Normal("he_normal", "kaiming_normal", Fan.Chosen, 2, "Keeps the variance through ReLU layers.") with
        {
            Source = "He et al. 2015, Delving Deep into Rectifiers, eq. 10.",
            Elsewhere = "torch kaiming_normal_ (not cut); Keras HeNormal and JAX he_normal are cut, write truncated: true. MXNet MSRAPrelu "
                + "takes the average fan and a slope of 0.25.",
        },
        Uniform("he_uniform", "kaiming_uniform", Fan.Chosen, 2, "As he_normal, uniform with the same variance.") with
        {
            Source = "He et al. 2015, Delving Deep into Rectifiers, eq. 10.",
            Elsewhere = "torch kaiming_uniform_, Keras HeUniform, JAX he_uniform.",
        },
        Normal("xavier_normal", "glorot_normal", Fan.Sum, 2, "Between the forward and the backward condition.") with
        {
            Source = "Glorot and Bengio 2010, eq. 12.",
            Elsewhere = "torch xavier_normal_ (not cut); Keras GlorotNormal and JAX glorot_normal are cut, write truncated: true. MXNet's "
                + "gaussian Xavier is sqrt(3) too wide; TorchSharp's xavier_normal_ draws a uniform.",
        },
        Uniform("xavier_uniform", "glorot_uniform", Fan.Sum, 2, "As xavier_normal, uniform with the same variance.") with
        {
            Source = "Glorot and Bengio 2010, eq. 16.",
            Elsewhere = "torch xavier_uniform_, Keras GlorotUniform (Keras's default), JAX glorot_uniform, MXNet Xavier.",
        },
    ];

    private enum Fan
    {
        Chosen,
        Sum,
    }

    private static InitialiserPlan VarianceScaling(InitialiserChoice choice)
    {
        string fan = FanOf(choice);
        return choice["distribution"] switch
        {
            "uniform" => InitialiserPlan.Symmetric($"sqrt(3 * scale / {fan})"),
            "truncated_normal" => InitialiserPlan.Truncated($"sqrt(scale / {fan})", "2", rescale: true),
            _ => InitialiserPlan.Normal($"sqrt(scale / {fan})"),
        };
    }

    private static InitialiserEntry Normal(string name, string? alias, Fan fan, int numerator, string documentation) =>
        new(
            name,
            alias is null ? Names() : Names(alias),
            fan == Fan.Chosen ? Takes(Gain, Mode, Cut, Nonlinearity) : Takes(Gain, Cut, Nonlinearity),
            choice => Spread(choice, fan, numerator) is var std && choice.Is("truncated")
                ? InitialiserPlan.Truncated(std, "2", rescale: true)
                : InitialiserPlan.Normal(std),
            documentation)
        { Place = InitialiserPlace.Layer };

    private static InitialiserEntry Uniform(string name, string? alias, Fan fan, int numerator, string documentation) =>
        new(
            name,
            alias is null ? Names() : Names(alias),
            fan == Fan.Chosen ? Takes(Gain, Mode, Nonlinearity) : Takes(Gain, Nonlinearity),
            choice => InitialiserPlan.Symmetric(Spread(choice, fan, numerator, factor: 3)),
            documentation)
        { Place = InitialiserPlace.Layer };

    /// <summary>A gain that comes from the nonlinearity holds He's 2 already.</summary>
    private static string Spread(InitialiserChoice choice, Fan fan, int numerator, int factor = 1)
    {
        bool fromNonlinearity = choice["gain"].Length > 0;
        int variance = fan == Fan.Chosen && fromNonlinearity ? 1 : numerator;
        string root = $"sqrt({variance * factor} / {(fan == Fan.Sum ? "(fan_in + fan_out)" : FanOf(choice))})";
        return $"gain * {root}";
    }

    private static string FanOf(InitialiserChoice choice) => choice["mode"] == "fan_geo_avg" ? "sqrt(fan_in * fan_out)" : choice["mode"];
}
