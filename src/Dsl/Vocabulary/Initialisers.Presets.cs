namespace FanIn.Dsl.Vocabulary;

/// <summary>What whole frameworks do to a dense layer unless told otherwise: weights and bias.</summary>
internal static partial class Initialisers
{
    private static IEnumerable<InitialiserEntry> Presets() =>
    [
        Preset(
            "torch_default",
            InitialiserPlan.Symmetric("1 / sqrt(fan_in)"),
            InitialiserPlan.Symmetric("1 / sqrt(fan_in)"),
            "PyTorch's Linear: weights and bias uniform over ±1 / sqrt(fan_in), a third of LeCun's variance.",
            "torch.nn.Linear.reset_parameters: kaiming_uniform_(a=sqrt(5)), whose gain is sqrt(1 / 3)."),
        Preset(
            "keras_default",
            InitialiserPlan.Symmetric("sqrt(6 / (fan_in + fan_out))"),
            InitialiserPlan.Constant("0"),
            "Keras's Dense: glorot_uniform, and a bias of zeros.",
            "keras.layers.Dense: kernel_initializer=\"glorot_uniform\", bias_initializer=\"zeros\"."),
        Preset(
            "flax_default",
            InitialiserPlan.Truncated("sqrt(1 / fan_in)", "2", rescale: true),
            InitialiserPlan.Constant("0"),
            "Flax's Dense: lecun_normal, cut at 2 standard deviations, and a bias of zeros.",
            "flax.linen.Dense: kernel_init=lecun_normal(), bias_init=zeros."),
        Preset(
            "mxnet_default",
            InitialiserPlan.Symmetric("0.07"),
            InitialiserPlan.Constant("0"),
            "MXNet's Dense: uniform over ±0.07 whatever the width, and a bias of zeros.",
            "mxnet.initializer.Uniform(scale=0.07), the default of every Block."),
        Preset(
            "tf_playground",
            InitialiserPlan.Symmetric("0.5"),
            InitialiserPlan.Constant("0.1"),
            "TensorFlow Playground: uniform over ±0.5, and a bias of 0.1.",
            "tensorflow/playground, src/nn.ts: Math.random() - 0.5 and bias = 0.1."),
    ];

    private static InitialiserEntry Preset(
        string name, InitialiserPlan weights, InitialiserPlan bias, string documentation, string elsewhere) =>
        new(name, Names(), Takes(), _ => weights with { Bias = bias }, documentation)
        {
            Place = InitialiserPlace.Weights,
            Elsewhere = elsewhere,
        };
}
