namespace FanIn.Runtime.Streams;

/// <summary>Where the numbers come from. docs/numerics.md defines each to the bit.</summary>
public enum RandomStream
{
    /// <summary>Philox4x32-10, counter-based: an element depends on (seed, tensor, index) alone. The default.</summary>
    Philox,

    /// <summary><c>np.random.seed(s)</c> with <c>randn</c> and <c>uniform</c>: MT19937 and the polar method. Seeds below 2³².</summary>
    NumpyLegacy,

    /// <summary><c>np.random.default_rng(s)</c>: PCG64 (XSL-RR 128/64) and the ziggurat.</summary>
    NumpyPcg64,

    /// <summary><c>np.random.Generator(np.random.Philox(s))</c>: Philox4x64-10 and the ziggurat.</summary>
    NumpyPhilox,
}

/// <summary>The names of the streams, as the YAML, the command line and the results write them.</summary>
public static class RandomStreamNames
{
    /// <summary><c>philox</c>, <c>numpy-legacy</c>, <c>numpy-pcg64</c>, <c>numpy-philox</c>.</summary>
    public static string Name(this RandomStream stream) => stream switch
    {
        RandomStream.Philox => "philox",
        RandomStream.NumpyLegacy => "numpy-legacy",
        RandomStream.NumpyPcg64 => "numpy-pcg64",
        RandomStream.NumpyPhilox => "numpy-philox",
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, "Not a stream."),
    };

    /// <summary>The stream of a name; false for any other text.</summary>
    public static bool TryParse(string name, out RandomStream stream)
    {
        foreach (var candidate in Enum.GetValues<RandomStream>())
        {
            stream = candidate;
            if (candidate.Name() == name)
                return true;
        }

        stream = default;
        return false;
    }
}
