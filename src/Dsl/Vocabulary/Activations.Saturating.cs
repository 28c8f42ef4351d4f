namespace FanIn.Dsl.Vocabulary;

/// <content>What saturates at both ends, what shrinks x, and the rest.</content>
internal static partial class Activations
{
    private static ActivationEntry[] Sigmoids() =>
    [
        Entry(
            "hard_sigmoid", "HardSigmoid", "min(max(x + 3, 0), 6) / 6", "The sigmoid of straight lines: x/6 + 1/2 between -3 and 3.",
            ("nn.Hardsigmoid", "hard_sigmoid", "nn.hard_sigmoid"))
            .Also("hardsigmoid")
            with
        {
            Note = "As in PyTorch, JAX and Keras 3. Keras 2 had x/5 + 1/2: { formula: \"min(max(0.2 * x + 0.5, 0), 1)\" }.",
        },
        Entry(
            "sparse_sigmoid", "SparseSigmoid", "min(max((x + 1) / 2, 0), 1)", "The derivative of sparse_plus: x/2 + 1/2 between -1 and 1.",
            (null, "sparse_sigmoid", "nn.sparse_sigmoid")),
        Entry(
            "hard_tanh", "HardTanh", "where(x <= min, min, where(x <= max, x, max))", "x between min and max, the nearer one elsewhere.",
            ("nn.Hardtanh", "hard_tanh", "nn.hard_tanh"),
            Number("min", "-1", "Smallest value."),
            Number("max", "1", "Largest value."))
            .Also("hardtanh")
            with
        {
            ParametersAscend = true,
        },
        Entry(
            "lecun_tanh", "LecunTanh", "1.7159 * tanh(2 / 3 * x)", "tanh scaled to pass near (1, 1) (LeCun et al. 1998, §4.4).",
            (null, null, null)),
        Entry("erf", "Erf", "erf(x)", "The error function: the sigmoid whose mean field has closed forms.", (null, null, null)),
        Entry(
            "softsign", "Softsign", "x / (1 + abs(x))", "Saturates at -1 and 1, but slowly (Bergstra et al. 2009).",
            ("nn.Softsign", "softsign", "nn.soft_sign"))
            .Also("soft_sign"),
    ];

    private static ActivationEntry[] Shrinkages() =>
    [
        Entry("tanh_shrink", "TanhShrink", "x - tanh(x)", "What tanh takes away.", ("nn.Tanhshrink", "tanh_shrink", null))
            .Also("tanhshrink"),
        Entry(
            "soft_shrink", "SoftShrink", "where(x <= -lambda, x + lambda, where(x <= lambda, 0, x - lambda))",
            "x nearer to 0 by lambda, and 0 between -lambda and lambda.",
            ("nn.Softshrink", "soft_shrink", null),
            NotNegative("lambda", "0.5", "How much is taken away."))
            .Also("softshrink"),
        Entry(
            "hard_shrink", "HardShrink", "where(x < -lambda, x, where(x <= lambda, 0, x))",
            "0 between -lambda and lambda, where it jumps; x elsewhere.",
            ("nn.Hardshrink", "hard_shrink", null),
            NotNegative("lambda", "0.5", "Up to where x becomes 0."))
            .Also("hardshrink"),
    ];

    private static ActivationEntry[] Others() =>
    [
        Entry("sin", "Sin", "sin(x)", "Sine, in radians (Sitzmann et al. 2020, SIREN).", (null, null, null)),
    ];
}
