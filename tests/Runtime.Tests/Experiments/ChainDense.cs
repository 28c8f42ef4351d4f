using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>A dense layer of a <see cref="ChainExperiment{T}"/> without its activation's type.</summary>
public sealed record ChainDense<T>(
    Layer<T> Layer, Parameter<T> Weights, Parameter<T>? Bias,
    Func<BlockedMatrix<T>> PreActivations, Func<BlockedMatrix<T>> PreActivationGradients,
    Func<ParameterGradient<T>> WeightGradients, Func<ParameterGradient<T>>? BiasGradients, Func<T, T> Slope)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static ChainDense<T> Of<TActivation>(DenseLayer<T, TActivation> layer, TActivation activation, bool hasBias)
        where TActivation : struct, IActivation => new(
            layer, layer.Weights, hasBias ? layer.Bias : null, () => layer.PreActivations, () => layer.PreActivationGradients,
            () => layer.WeightGradients, hasBias ? () => layer.BiasGradients : null, x => activation.Derivative(new Lane<T>(x)).Value);

    /// <summary>da, dW and db.</summary>
    public IEnumerable<T[]> Gradients()
    {
        yield return ChainExperiment<T>.Copy(PreActivationGradients());
        yield return Copy(WeightGradients());
        if (BiasGradients is not null)
            yield return Copy(BiasGradients());
    }

    /// <summary>All elements, row-major.</summary>
    public static T[] Copy(ParameterGradient<T> gradient)
    {
        var copy = new T[gradient.Rows * gradient.Columns];
        gradient.CopyTo(copy);
        return copy;
    }

    /// <summary>All elements, row-major.</summary>
    public static T[] Copy(Parameter<T> parameter)
    {
        var copy = new T[parameter.Rows * parameter.Columns];
        parameter.CopyTo(copy);
        return copy;
    }
}
