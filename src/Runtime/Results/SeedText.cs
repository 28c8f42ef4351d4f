using System.Collections.Immutable;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Results;

/// <summary>Many seeds in one line.</summary>
internal static class SeedText
{
    private const int MostParts = 6;

    /// <summary>Three or more that follow each other become first … last; of many parts only the ends are told.</summary>
    public static string Of(ImmutableArray<Seed> seeds)
    {
        var parts = new List<string>();
        for (var i = 0; i < seeds.Length;)
        {
            var end = i + 1;
            while (end < seeds.Length && Follows(seeds[end - 1], seeds[end]))
                end++;
            if (end - i < 3)
                end = i + 1;
            parts.Add(end == i + 1 ? seeds[i].ToString() : $"{seeds[i]} … {seeds[end - 1]}");
            i = end;
        }

        return parts.Count <= MostParts ? string.Join(", ", parts) : $"{seeds[0]}, {seeds[1]}, …, {seeds[^1]}";
    }

    private static bool Follows(Seed seed, Seed next) =>
        seed is NumberSeed { Value: var value } && next is NumberSeed { Value: var following } && following == value + 1;
}
