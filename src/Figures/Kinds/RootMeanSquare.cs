using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Figures.Kinds;

/// <summary>Sizes of tensors.</summary>
internal static class RootMeanSquare
{
    /// <summary>
    /// √(mean² + std²), also where the squares are too small or too large for a number; NaN where the tensor holds NaN or ∞.
    /// </summary>
    public static double Of(TensorStatistics tensor) => double.Hypot(tensor.Mean, tensor.Std);

    /// <summary>The part of z that the inputs drive: √(mean_j Var_i z_ij); null where it is not measured.</summary>
    public static double? Driven(LayerResult layer) =>
        layer.Activations is { } activations && layer.Split is { } split ? Driven(split.InputDriven, activations.Std) : null;

    /// <summary>The same as theory has it.</summary>
    public static double Driven(LayerPrediction layer) => Driven(layer.InputDriven.Value, layer.Std.Value);

    /// <summary>A constant tensor, of which the share is not defined, has none.</summary>
    private static double Driven(double share, double std) => std == 0 ? 0 : Math.Sqrt(share) * std;
}
