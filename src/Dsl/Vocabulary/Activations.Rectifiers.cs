namespace FanIn.Dsl.Vocabulary;

/// <content>The four of every chapter, and what is made of straight lines through 0 and exponentials to its left.</content>
internal static partial class Activations
{
    private static ActivationEntry[] Classics() =>
    [
        Entry("identity", "Identity", "x", "No activation: a linear layer.", ("nn.Identity", "linear", "nn.identity")).Also("linear"),
        Entry(
            "sigmoid", "Sigmoid", "1 / (1 + exp(-x))", "The logistic function; saturates at 0 and 1.",
            ("nn.Sigmoid", "sigmoid", "nn.sigmoid")),
        Entry("tanh", "Tanh", "tanh(x)", "Hyperbolic tangent; saturates at -1 and 1.", ("nn.Tanh", "tanh", "nn.tanh")),
        Entry(
            "relu", "Relu", "max(x, 0)", "Rectified linear unit: zero for half of a symmetric input.", ("nn.ReLU", "relu", "nn.relu"))
            with
        {
            Note = "The derivative at 0 is 0, as in all three. What Keras' relu does with negative_slope, max_value and threshold, "
                + "leaky_relu, hard_tanh { min: 0 } and threshold do.",
        },
    ];

    private static ActivationEntry[] Rectifiers() =>
    [
        Entry("relu6", "Relu6", "min(max(x, 0), 6)", "ReLU cut off at 6.", ("nn.ReLU6", "relu6", "nn.relu6")),
        Entry(
            "leaky_relu", "LeakyRelu", "where(x <= 0, slope * x, x)", "ReLU with a slope to the left (Maas, Hannun and Ng 2013).",
            ("nn.LeakyReLU", "leaky_relu", "nn.leaky_relu"),
            Number("slope", "0.01", "Slope to the left of 0."))
            with
        {
            Note = "The slope is 0.01 unless given, as in PyTorch (negative_slope) and JAX; it is 0.2 in Keras' function and 0.3 in its "
                + "layer.",
        },
        Entry(
            "prelu", "LeakyRelu", "where(x <= 0, slope * x, x)", "leaky_relu whose slope training would change (He et al. 2015).",
            ("nn.PReLU", "layers.PReLU", null),
            Number("slope", "0.25", "Slope to the left of 0."))
            with
        {
            Note = "Training starts from 0.25 in PyTorch and in the paper, from 0 in Keras and from 0.01 in Flax.",
        },
        Entry(
            "rrelu", "Rrelu", "where(x <= 0, (lower + upper) / 2 * x, x)",
            "leaky_relu whose slope training would draw, at the mean slope (Xu et al. 2015).",
            ("nn.RReLU", null, null),
            Number("lower", "1 / 8", "Smallest slope of training."),
            Number("upper", "1 / 3", "Largest slope of training."))
            with
        {
            ParametersAscend = true,
            Note = "This is what PyTorch computes in eval(); in training it draws the slope of each element from [lower, upper].",
        },
        Entry(
            "threshold", "Threshold", "where(x <= threshold, value, x)", "x above the threshold, elsewhere one value; it may jump.",
            ("nn.Threshold", "threshold", null),
            Number("threshold", null, "What x has to exceed."),
            Number("value", null, "The value elsewhere."))
            with
        {
            Example = new([0.5, 0]),
            Note = "Neither PyTorch (threshold, value) nor Keras (threshold, default_value) has defaults.",
        },
    ];

    private static ActivationEntry[] Exponentials() =>
    [
        Entry(
            "elu", "Elu", "where(x <= 0, alpha * expm1(x), x)", "Exponential linear unit (Clevert, Unterthiner and Hochreiter 2016).",
            ("nn.ELU", "elu", "nn.elu"),
            NotNegative("alpha", "1", "-alpha is approached to the left.")),
        Entry(
            "selu", "Selu", "1.0507009873554805 * where(x <= 0, 1.6732632423543772 * expm1(x), x)",
            "Scaled elu: with lecun_normal it keeps mean 0 and variance 1 (Klambauer et al. 2017).", ("nn.SELU", "selu", "nn.selu")),
        Entry(
            "celu", "Celu", "where(x <= 0, alpha * expm1(x / alpha), x)", "elu with slope 1 at 0 for every alpha (Barron 2017).",
            ("nn.CELU", "celu", "nn.celu"),
            Positive("alpha", "1", "-alpha is approached to the left.")),
        Entry("exponential", "Exponential", "exp(x)", "The exponential function; it overflows soon.", (null, "exponential", null)),
    ];
}
