namespace FanIn.Dsl.Vocabulary;

public static partial class Keys
{
    /// <summary>Of <c>train</c>.</summary>
    public static KeyTable Training { get; } = new(
        "the training",
        [
            new("data", null, "What is learned: a data set. Its features are the input."),
            new("held_out", "0.2", "The share of the samples, at random, that accuracy is measured on and nothing is learned from."),
            new("steps", null, "How many batches."),
            new("batch", null, "Number of samples of a batch."),
            new("learning_rate", null, "Factor of every step; can be set without a build."),
            new("optimizer", "sgd", "How a step changes the weights."),
            new("loss", "softmax_cross_entropy", "What is minimised."),
            new("observe_at", "[0]", "Numbers of steps after which all is measured and observed; the last is always among them."),
        ]);

    /// <summary>Of <c>gaussian_mixture</c>.</summary>
    public static KeyTable GaussianMixture { get; } = new(
        "a Gaussian mixture",
        [
            new("classes", null, "Number of classes, at least 2."),
            new("features", null, "Numbers of a sample."),
            new("samples", "1000", "Number of samples, at least 5."),
            new("separation", "4", "Root mean square distance of two centres, in standard deviations of the noise."),
        ]);

    /// <summary>Of <c>idx</c>.</summary>
    public static KeyTable Idx { get; } = new(
        "IDX files",
        [
            new("images", null, "Path of the file with the samples, from the project's folder."),
            new("labels", null, "Path of the file with their classes."),
            new("features", null, "Numbers of a sample: 784 for MNIST."),
            new("classes", null, "Number of classes: 10 for MNIST."),
        ])
    { IsPlural = true };
}
