using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Initialisation;

/// <summary>What an initialiser is told of its tensor, and where it gets random numbers from.</summary>
public sealed class InitialiserContext
{
    private readonly DrawSource _source;
    private readonly TensorKey _tensor;
    private long _drawn;

    internal InitialiserContext(DrawSource source, TensorKey tensor, int rows, int columns) =>
        (_source, _tensor, Rows, Columns) = (source, tensor, rows, columns);

    /// <summary>fan_in of weights, samples of the input, 1 of a bias.</summary>
    public int Rows { get; }

    /// <summary>fan_out of weights and bias, features of the input.</summary>
    public int Columns { get; }

    /// <summary>
    /// Standard normals, independent of all others of the experiment. They come from the experiment's stream: from a sequential one the
    /// next, from philox those of this tensor, so that they do not depend on what else is drawn.
    /// </summary>
    /// <param name="destination">Any length.</param>
    public void Normals(Span<double> destination) => _source.Normals(_tensor, Take(destination.Length), destination);

    /// <summary>Uniforms between 0 and 1, likewise.</summary>
    /// <param name="destination">Any length.</param>
    public void Uniforms(Span<double> destination) => _source.Uniforms(_tensor, Take(destination.Length), destination);

    /// <summary>Two elements of philox share their random words, so each call starts with a new pair.</summary>
    private long Take(int count)
    {
        long first = _drawn;
        _drawn += count + (count & 1);
        return first;
    }
}
