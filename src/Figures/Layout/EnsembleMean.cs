using System.Collections.Immutable;
using FanIn.Runtime.Results;

namespace FanIn.Figures.Layout;

/// <summary>The mean of an ensemble in the form of one result, so that it is drawn as one; counts are rounded to whole elements.</summary>
internal static class EnsembleMean
{
    public static ExperimentResult Of(EnsembleResult ensemble) => new()
    {
        Definition = ensemble.Definition,
        Stream = ensemble.Stream,
        Seed = ensemble.Seeds[0],
        Settings = ensemble.Settings,
        Sketch = ensemble.Sketch,
        Layers = [.. ensemble.Layers.Select(Layer)],
    };

    private static LayerResult Layer(EnsembleLayer layer) => new()
    {
        Layer = layer.Layer,
        Name = layer.Name,
        Kind = layer.Kind,
        Batch = layer.Batch,
        Units = layer.Units,
        Activations = Statistics(layer.Activations),
        Split = Split(layer.Activations),
        PreActivations = Statistics(layer.PreActivations),
        Weights = Statistics(layer.Weights),
        Gradients = Statistics(layer.Gradients),
        PreActivationGradients = Statistics(layer.PreActivationGradients),
        WeightGradients = Statistics(layer.WeightGradients),
        BiasGradients = Statistics(layer.BiasGradients),
        SigmaW2 = layer.SigmaW2?.Mean,
    };

    private static VarianceSplit? Split(EnsembleTensor? tensor) => tensor?.Find("input_driven") is null
        ? null
        : new(
            Mean(tensor, "unit_share"), Mean(tensor, "input_share"), Mean(tensor, "residual_share"), Mean(tensor, "input_driven"),
            Mean(tensor, "unit_mean_std"), Mean(tensor, "unit_std_mean"));

    private static TensorStatistics? Statistics(EnsembleTensor? tensor) => tensor is null ? null : new()
    {
        Count = tensor.Count,
        Mean = Mean(tensor, "mean"),
        Std = Mean(tensor, "std"),
        Skewness = Mean(tensor, "skew"),
        ExcessKurtosis = Mean(tensor, "kurtosis"),
        Min = Mean(tensor, "min"),
        Max = Mean(tensor, "max"),
        ZeroFraction = Mean(tensor, "zero_fraction"),
        Histogram = new()
        {
            Low = tensor.Histogram.Low,
            High = tensor.Histogram.High,
            Counts = [.. tensor.Histogram.Counts.Select(Rounded)],
            Below = Rounded(Mean(tensor, "below")),
            Above = Rounded(Mean(tensor, "above")),
            NaN = Rounded(Mean(tensor, "nan")),
            NegativeInfinity = Rounded(Mean(tensor, "neg_inf")),
            PositiveInfinity = Rounded(Mean(tensor, "pos_inf")),
            Zeros = Rounded(Mean(tensor, "zero_fraction") * tensor.Count),
        },
    };

    private static double Mean(EnsembleTensor tensor, string name) => tensor.Find(name)!.Value.Mean;

    private static long Rounded(double count) => (long)Math.Round(count);
}
