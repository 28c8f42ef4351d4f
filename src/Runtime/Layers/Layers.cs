using System.Numerics;
using FanIn.Runtime.Activations;

namespace FanIn.Runtime.Layers;

/// <summary>A dense layer, whatever its types.</summary>
public interface IDenseLayer
{
}

/// <summary>The input x, Batch × Features, row-major to its user.</summary>
public sealed class InputLayer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Element (row, feature).</summary>
    public T this[int row, int feature] => throw new NotImplementedException();

    /// <summary>Takes the user's own numbers, row-major, between Draw and Forward.</summary>
    /// <exception cref="ArgumentException">The length is not Batch × Features.</exception>
    public void CopyFrom(ReadOnlySpan<T> rowMajor) => throw new NotImplementedException();

    /// <summary>Copies x out, row-major.</summary>
    public void CopyTo(Span<T> rowMajor) => throw new NotImplementedException();

    /// <summary>Every element: value. Draws nothing.</summary>
    public void DrawConstant(double value) => throw new NotImplementedException();

    /// <summary>std·g, + mean if it is not 0, one normal g an element in row-major order.</summary>
    public void DrawNormal(double mean, double std) => throw new NotImplementedException();

    /// <summary>min + (max − min)·u, one uniform u an element in row-major order.</summary>
    public void DrawUniform(double min, double max) => throw new NotImplementedException();
}

/// <summary>A layer's weights (FanIn × FanOut, row-major to their user, x W) or its bias (1 × FanOut).</summary>
public sealed class Parameter<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Element (row, column).</summary>
    public T this[int row, int column] => throw new NotImplementedException();

    /// <summary>Takes the user's own numbers, row-major, between Draw and Forward.</summary>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void CopyFrom(ReadOnlySpan<T> rowMajor) => throw new NotImplementedException();

    /// <summary>Copies the numbers out, row-major.</summary>
    public void CopyTo(Span<T> rowMajor) => throw new NotImplementedException();

    /// <summary>Every element: value. Draws nothing.</summary>
    public void DrawConstant(double value) => throw new NotImplementedException();

    /// <summary>std·g, + mean if it is not 0, one normal g an element in row-major order.</summary>
    public void DrawNormal(double mean, double std) => throw new NotImplementedException();

    /// <summary>min + (max − min)·u, one uniform u an element in row-major order.</summary>
    public void DrawUniform(double min, double max) => throw new NotImplementedException();
}

/// <summary>a = z W (+ b), z = φ(a).</summary>
public sealed class DenseLayer<T, TActivation> : IDenseLayer
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : struct, IActivation
{
    /// <summary>W, FanIn × FanOut.</summary>
    public Parameter<T> Weights => throw new NotImplementedException();

    /// <summary>b, 1 × FanOut.</summary>
    /// <exception cref="InvalidOperationException">The layer has no bias.</exception>
    public Parameter<T> Bias => throw new NotImplementedException();

    /// <summary>Computes this layer for one block of rows. Emitted.</summary>
    public void Forward(int block) => throw new NotImplementedException();

    /// <summary>Collects this layer's statistics. Emitted.</summary>
    public void Observe() => throw new NotImplementedException();
}
