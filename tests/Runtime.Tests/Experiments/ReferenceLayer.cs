using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>A layer without its activation's type.</summary>
public sealed record ReferenceLayer<T>(
    ILayer Layer, Parameter<T> Weights, Parameter<T>? Bias, Func<BlockedMatrix<T>> Activations, Func<BlockedMatrix<T>> PreActivations)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static ReferenceLayer<T> Of<TActivation>(DenseLayer<T, TActivation> layer, LayerDefinition definition)
        where TActivation : struct, IActivation =>
        new(layer, layer.Weights, definition.Bias is null ? null : layer.Bias, () => layer.Activations, () => layer.PreActivations);

    public T[] WeightsCopy() => Copy(Weights);

    public T[] BiasCopy() => Copy(Bias!);

    public T[] ActivationsCopy() => Copy(Activations());

    public T[] PreActivationsCopy() => Copy(PreActivations());

    private static T[] Copy(Parameter<T> parameter)
    {
        var copy = new T[parameter.Rows * parameter.Columns];
        parameter.CopyTo(copy);
        return copy;
    }

    private static T[] Copy(BlockedMatrix<T> matrix)
    {
        var copy = new T[matrix.Rows * matrix.Units];
        matrix.CopyTo(copy);
        return copy;
    }
}
