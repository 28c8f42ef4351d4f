using FanIn.Cli.Hosting;
using FanIn.Dsl.Vocabulary;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;

namespace FanIn.Cli.Running;

/// <summary>Finds seeds that a stream does not take before anything runs.</summary>
internal static class SeedCheck
{
    /// <exception cref="UserErrorException">A seed, given or a file's, is too large for the stream that would take it.</exception>
    public static void Require(IEnumerable<ExperimentEntry> entries, ExperimentOptions options)
    {
        foreach (var definition in entries.Select(entry => entry.Definition))
        {
            var stream = options.Stream ?? definition.Stream;
            ulong seed = options.Seed ?? definition.Seed;
            if (Lexicon.Streams.Find(stream.Name()) is { } entry && seed > entry.LargestSeed)
                throw new UserErrorException(TooLarge(definition, options, seed, entry));
        }
    }

    private static string TooLarge(ExperimentDefinition definition, ExperimentOptions options, ulong seed, StreamEntry stream)
    {
        string where = options.Seed is null ? $"The seed {seed} of {definition.Id}" : $"--seed {seed}";
        string why = options.Stream is null ? $"the stream of {definition.Id}" : "the stream that --rng names";
        return $"{where} is too large for {stream.Name}, {why}: it takes 0 to {stream.LargestSeed}.";
    }
}
