namespace FanIn.Benchmarks.Measuring;

/// <summary>Takes turns: every contender once a round, so that a slow spell of the machine meets them all.</summary>
public static class Interleaved
{
    /// <summary>Median and minimum of each contender over the rounds.</summary>
    public static Dictionary<string, Timing> Run(IReadOnlyList<Contender> contenders, int rounds, Action<string> progress)
    {
        var samples = contenders.ToDictionary(c => c.Name, _ => new List<double>(rounds));
        for (int round = -1; round < rounds; round++)
        {
            progress(round < 0 ? "warming up" : $"round {round + 1} of {rounds}");
            foreach (var contender in contenders)
            {
                double sample = contender.Sample();
                if (round >= 0)
                    samples[contender.Name].Add(sample);
            }
        }

        return samples.ToDictionary(pair => pair.Key, pair => Summarise(pair.Value));
    }

    private static Timing Summarise(List<double> samples)
    {
        samples.Sort();
        int middle = samples.Count / 2;
        double median = samples.Count % 2 == 1 ? samples[middle] : (samples[middle - 1] + samples[middle]) / 2;
        return new(median, samples[0]);
    }
}
