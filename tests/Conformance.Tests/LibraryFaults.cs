using static System.Math;

namespace FanIn.Conformance.Tests;

/// <summary>Documented faults of well-known libraries. Std of 800 × 1250 weights unless another statistic is named.</summary>
internal static class LibraryFaults
{
    private const double CutStd = 0.8796256610342398;

    public static IReadOnlyList<LibraryFault> All { get; } =
    [
        new("TorchSharp", "xavier_normal_ calls the uniform one", "src/TorchSharp/NN/Init.cs at c20b6a1c",
            "xavier-normal", "kurtosis", -1.2),
        new("TorchSharp", "trunc_normal_ multiplies by the mean and adds the std: with mean 0 every weight is the std",
            "src/Native/LibTorchSharp/THSRandom.cpp at c20b6a1c", "truncated-normal", "std", 0),
        new("TorchSharp", "trunc_normal_, the same: the mean of the weights is the std",
            "src/Native/LibTorchSharp/THSRandom.cpp at c20b6a1c",
            "truncated-normal", "mean", 0.02),
        new("Keras up to 2.2, TensorFlow up to 1.8", "he_normal is cut and not widened: 12 % too narrow",
            "keras #8048, #9963; tensorflow #18706, #16344", "he-normal-truncated", "std", CutStd * Sqrt(2.0 / 800)),
        new("timm, FMS, Modalities",
            "trunc_normal_(std=0.02) with PyTorch's absolute bounds ±2 cuts nothing: the largest weight is near 5 std",
            "timm #1286; FMS #289; Modalities #460", "truncated-normal", "max", 0.1),
        new("PyTorch before 2026", "trunc_normal_ at small std has outliers at the bounds ±2: excess kurtosis of 28,122",
            "pytorch #155588, #174997", "truncated-normal-torch", "kurtosis", 28_122),
        new("MXNet", "Xavier with a gaussian keeps the uniform's magnitude 3: √3 too wide", "python/mxnet/initializer.py",
            "xavier-normal", "std", Sqrt(6.0 / 2050)),
        new("MXNet", "MSRAPrelu takes the average fan and a slope of 0.25 unless told", "python/mxnet/initializer.py",
            "he-normal", "std", Sqrt(2 / (1 + (0.25 * 0.25)) / 1025)),
        new("tflearn", "xavier's normal has √3 in place of √2", "tflearn #870", "xavier-normal", "std", Sqrt(3.0 / 2050)),
        new("mlverse/torch", "xavier's std lacks parentheses: √(2 / fan_in + fan_out)", "mlverse/torch #555, #557",
            "xavier-normal", "std", Sqrt((2.0 / 800) + 1250)),
        new("minpy", "uniform and normal of xavier are swapped", "minpy #158", "xavier-uniform", "kurtosis", 0),
        new("LBANN", "He's normal is LeCun's", "LBANN #316", "he-normal", "std", Sqrt(1.0 / 800)),
    ];
}
