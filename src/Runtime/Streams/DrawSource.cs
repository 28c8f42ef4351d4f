namespace FanIn.Runtime.Streams;

/// <summary>
/// A stream's numbers. Draws allocate nothing. What is drawn is float64 whatever the dtype.
/// </summary>
public abstract class DrawSource
{
    /// <summary>The numbers of a stream from a seed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stream does not take this seed: <see cref="RandomStreamSeeds"/>.</exception>
    public static DrawSource Create(RandomStream stream, Seed seed)
    {
        if (stream.Refusal(seed) is { } refusal)
            throw new ArgumentOutOfRangeException(nameof(seed), seed, refusal);
        return stream switch
        {
            RandomStream.Philox => new PhiloxSource((ulong)((NumberSeed)seed).Value),
            RandomStream.NumpyLegacy => new NumpyLegacySource(seed),
            RandomStream.NumpyPcg64 => new NumpyGeneratorSource<Pcg64>(new(seed)),
            _ => new NumpyGeneratorSource<NumpyPhilox>(new(seed)),
        };
    }

    /// <summary>
    /// Whether an element depends on (seed, tensor, index) alone, so that any part of any tensor can be drawn at any time and by several
    /// threads at once. Otherwise the stream is a sequence: <c>tensor</c> and <c>first</c> are ignored, and the order of calls counts.
    /// </summary>
    public abstract bool IsCounterBased { get; }

    /// <summary>Puts the stream back to its start. Nothing to do for a counter-based one.</summary>
    public abstract void Restart();

    /// <summary>Standard normals: elements <paramref name="first"/>, first + 1 … of a tensor.</summary>
    /// <param name="tensor">The tensor's key.</param>
    /// <param name="first">Index of the first element in row-major order, at least 0.</param>
    /// <param name="destination">Any length.</param>
    public abstract void Normals(TensorKey tensor, long first, Span<double> destination);

    /// <summary>Uniforms between 0 and 1: elements <paramref name="first"/>, first + 1 … of a tensor.</summary>
    /// <param name="tensor">The tensor's key.</param>
    /// <param name="first">Index of the first element in row-major order, at least 0.</param>
    /// <param name="destination">Any length.</param>
    public abstract void Uniforms(TensorKey tensor, long first, Span<double> destination);
}
