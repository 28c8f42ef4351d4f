namespace FanIn.Dsl.Vocabulary;

/// <content>Smooth relatives of ReLU: x times a gate, and the integrals of sigmoids.</content>
internal static partial class Activations
{
    private static ActivationEntry[] Gates() =>
    [
        Entry(
            "gelu", "Gelu", "x / 2 * (1 + erf(x / sqrt(2)))", "x times the normal distribution function (Hendrycks and Gimpel 2016).",
            ("nn.GELU", "gelu", "nn.gelu(approximate=False)"))
            with
        {
            Note = "The exact one, as in PyTorch and Keras. JAX's default is the approximation: gelu_tanh.",
        },
        Entry(
            "gelu_tanh", "GeluTanh", "x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))",
            "gelu by way of tanh, off by at most 5e-4 (Hendrycks and Gimpel 2016).",
            ("nn.GELU(approximate='tanh')", "gelu(approximate=True)", "nn.gelu"))
            with
        {
            Note = "What JAX's gelu is unless it is told otherwise, and GPT-2's; not what PyTorch's and Keras' are.",
        },
        Entry(
            "silu", "Silu", "x * sigmoid(x)", "x times the sigmoid (Elfwing, Uchibe and Doya 2018; swish with beta 1).",
            ("nn.SiLU", "silu, swish", "nn.silu, nn.swish"))
            .Also("swish"),
        Entry("mish", "Mish", "x * tanh(softplus(x))", "x times tanh of softplus (Misra 2019).", ("nn.Mish", "mish", "nn.mish")),
        Entry(
            "hard_swish", "HardSwish", "x * min(max(x + 3, 0), 6) / 6", "silu with a gate of straight lines (Howard et al. 2019).",
            ("nn.Hardswish", "hard_silu, hard_swish", "nn.hard_silu, nn.hard_swish"))
            .Also("hardswish", "hard_silu"),
        Entry(
            "softplus", "Softplus", "softplus(beta * x) / beta", "log(1 + exp(beta x)) / beta: the sigmoid's integral (Dugas et al. 2001).",
            ("nn.Softplus", "softplus", "nn.softplus"),
            Positive("beta", "1", "The larger, the nearer to relu."))
            with
        {
            Note = "Exact everywhere; PyTorch takes x itself where beta x is above its threshold of 20, which is off by 2e-9 there.",
        },
        Entry(
            "squareplus", "Squareplus", "(x + sqrt(x^2 + b)) / 2", "softplus without exponentials (Barron 2021).",
            (null, "squareplus", "nn.squareplus"),
            Positive("b", "4", "4 times the square of the value at 0.")),
        Entry(
            "sparse_plus", "SparsePlus", "where(x <= -1, 0, where(x <= 1, (x + 1)^2 / 4, x))",
            "softplus that is 0 to the left of -1 and x to the right of 1.", (null, "sparse_plus", "nn.sparse_plus")),
        Entry(
            "log_sigmoid", "LogSigmoid", "-softplus(-x)", "Logarithm of the sigmoid: -softplus(-x).",
            ("nn.LogSigmoid", "log_sigmoid", "nn.log_sigmoid"))
            .Also("logsigmoid"),
    ];
}
