using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>What training chooses from: optimizers, losses and data sets.</summary>
public static class Learning
{
    /// <summary>The data set that is part of the runtime.</summary>
    public const string OpticalDigits = "optical_digits";

    /// <summary>The data set that is drawn.</summary>
    public const string GaussianMixture = "gaussian_mixture";

    /// <summary>The data set that is read from files.</summary>
    public const string Idx = "idx";

    /// <summary>The factor of every step.</summary>
    public static ParameterEntry LearningRate { get; } = new("learning_rate", null, 0, "Factor of every step.") { ExcludesMinimum = true };

    /// <summary>The share of the samples that nothing is learned from.</summary>
    public static ParameterEntry HeldOut { get; } = new("held_out", "0.2", 0, "Share of the samples that is held out.")
    {
        ExcludesMinimum = true,
        Maximum = 1,
        ExcludesMaximum = true,
    };

    /// <summary>How a step changes the weights.</summary>
    public static VocabularyTable<OptimizerEntry> Optimizers { get; } = new(
        "Optimizers",
        "optimizer",
        new OptimizerEntry(
            "sgd", EquatableArray<ParameterEntry>.Empty, "Sgd", "w - learning_rate * g", "Stochastic gradient descent. The default."),
        new OptimizerEntry(
            "momentum", new([Decay("beta", "0.9", "What is left of the velocity after a step.")]), "Momentum",
            "v = beta * v + g, w - learning_rate * v", "Gradient descent with momentum (Polyak 1964)."),
        new OptimizerEntry(
            "adam",
            new(
            [
                Decay("beta1", "0.9", "What is left of the mean gradient after a step."),
                Decay("beta2", "0.999", "What is left of the mean squared gradient after a step."),
                new ParameterEntry("epsilon", "1e-8", 0, "Added to the root of the mean square.") { ExcludesMinimum = true },
            ]),
            "Adam",
            "w - learning_rate * m / (sqrt(v) + epsilon), m and v the corrected means of g and g^2",
            "Adam (Kingma and Ba 2015, algorithm 1)."));

    /// <summary>What is minimised.</summary>
    public static VocabularyTable<LossEntry> Losses { get; } = new(
        "Losses",
        "loss",
        new LossEntry(
            "softmax_cross_entropy", "SoftmaxCrossEntropy", "mean(log(sum(exp(z))) - z[class])",
            "Cross entropy of the softmax, mean over the batch. The default."),
        new LossEntry(
            "mse", "MeanSquaredError", "mean((z - y)^2), y 1 at the class and 0 elsewhere", "Squared error, mean over batch and units."));

    /// <summary>What is learned.</summary>
    public static VocabularyTable<DataSetEntry> DataSets { get; } = new(
        "Data",
        "data set",
        new DataSetEntry(
            OpticalDigits, null,
            "1,797 images of handwritten digits, 8 × 8 pixels in [0, 1], ten classes (Alpaydin and Kaynak 1998, UCI).")
        {
            Aliases = new(["digits"]),
        },
        new DataSetEntry(
            GaussianMixture, Keys.GaussianMixture,
            "Normal clouds around centres at random, one a class, in turn; drawn from philox, paths data/centres and data/noise.")
        {
            Aliases = new(["mixture"]),
        },
        new DataSetEntry(Idx, Keys.Idx, "Images and labels of MNIST's format, bytes divided by 255; also compressed with gzip."));

    private static ParameterEntry Decay(string name, string standard, string documentation) =>
        new(name, standard, 0, documentation) { Maximum = 1, ExcludesMaximum = true };
}
