namespace FanIn.Runtime.Streams;

/// <summary>Which seeds a stream takes.</summary>
public static class RandomStreamSeeds
{
    /// <summary>
    /// Why the stream does not take the seed, as a sentence; null when it does. Numbers below 2⁶⁴ suit philox, below 2³² numpy-legacy and
    /// of any size the others; lists of words suit NumPy's streams, children of a seed numpy-pcg64 and numpy-philox, a key and a counter
    /// numpy-philox alone.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no stream.</exception>
    public static string? Refusal(this RandomStream stream, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        var largest = stream == RandomStream.NumpyLegacy ? uint.MaxValue : ulong.MaxValue;
        bool spreads = stream is RandomStream.NumpyPcg64 or RandomStream.NumpyPhilox;
        return (stream.Name(), seed) switch
        {
            (var name, NumberSeed { Value: var number }) =>
                spreads || number <= largest ? null
                    : FormattableString.Invariant($"{name} takes seeds from 0 to {largest}; found {number}."),
            (var name, WordsSeed) => stream != RandomStream.Philox ? null : $"{name} takes a number and no list of words; found {seed}.",
            (var name, SpawnedSeed) =>
                spreads ? null : $"{name} has no spawned seeds, only numpy-pcg64 and numpy-philox have; found {seed}.",
            (var name, _) => stream == RandomStream.NumpyPhilox ? null : $"{name} takes no key, only numpy-philox does; found {seed}.",
        };
    }
}
