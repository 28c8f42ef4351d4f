using FanIn.Cli.Hosting;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;

namespace FanIn.Cli.Running;

/// <summary>Finds seeds that a stream does not take before anything runs.</summary>
internal static class SeedCheck
{
    /// <param name="entries">What is to run.</param>
    /// <param name="options">What overrides the files.</param>
    /// <param name="option">The option that gave the seed.</param>
    /// <exception cref="UserErrorException">A seed, given or a file's, does not fit the stream that would take it.</exception>
    public static void Require(IEnumerable<ExperimentEntry> entries, ExperimentOptions options, string option = "--seed")
    {
        foreach (var definition in entries.Select(entry => entry.Definition))
        {
            var stream = options.Stream ?? definition.Stream;
            if (stream.Refusal(options.Seed ?? definition.Seed) is not { } refusal)
                continue;
            string seed = options.Seed is null ? $"The seed of {definition.Id}" : option;
            string rng = options.Stream is null ? $"the stream of {definition.Id}" : "--rng";
            throw new UserErrorException($"{seed} does not suit {rng}: {refusal}");
        }
    }
}
