namespace FanIn.Benchmarks.Measuring;

/// <summary>Takes turns: every contender once a round, so that a slow spell of the machine meets them all.</summary>
public static class Interleaved
{
    /// <summary>Median and minimum of each contender over the rounds; a first round warms up.</summary>
    public static Dictionary<string, Timing> Run(IReadOnlyList<Contender> contenders, int rounds, Action<string> progress)
    {
        var samples = contenders.ToDictionary(contender => contender.Name, _ => new List<double>(rounds));
        for (int round = 0; round <= rounds; round++)
        {
            progress(round == 0 ? "warming up" : $"round {round} of {rounds}");
            foreach (var contender in contenders)
            {
                double sample = contender.Sample();
                if (round > 0)
                    samples[contender.Name].Add(sample);
            }
        }

        return samples.ToDictionary(pair => pair.Key, pair => Timing.Of(pair.Value));
    }
}
