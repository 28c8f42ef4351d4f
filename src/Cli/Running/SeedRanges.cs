using System.Globalization;
using FanIn.Cli.Hosting;

namespace FanIn.Cli.Running;

/// <summary>Reads what --seeds takes: <c>0..49</c>, <c>1,2,5</c>, <c>0..9,100..109</c>. Ranges include both ends.</summary>
internal static class SeedRanges
{
    /// <summary>More seeds than this are a slip of the finger.</summary>
    public const int Most = 100_000;

    private const string Form = "--seeds takes a range as in 0..49, a list as in 1,2,5, or both";

    /// <summary>The seeds in the order in which they are written, or null when none are given.</summary>
    /// <exception cref="UserErrorException">The text is none of that, names a seed twice, or names fewer than two or too many.</exception>
    public static IReadOnlyList<ulong>? Parse(string? text)
    {
        if (text is null)
            return null;
        List<ulong> seeds = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split("..");
            if (ends.Length > 2 || !TryParse(ends[0], out ulong first) || !TryParse(ends[^1], out ulong last))
                throw new UserErrorException($"{Form}, not '{text}'.");
            if (last < first)
                throw new UserErrorException($"--seeds: {part} ends before it begins.");
            if (last - first >= (ulong)(Most - seeds.Count))
                throw new UserErrorException(Counted($"--seeds takes at most {Most} seeds."));
            for (ulong seed = first; seed < last; seed++)
                seeds.Add(seed);
            seeds.Add(last);
        }

        if (seeds.Count < 2)
            throw new UserErrorException(Counted($"--seeds takes at least two seeds; for one there is --seed {seeds[0]}."));
        if (seeds.GroupBy(seed => seed).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new UserErrorException(Counted($"--seeds names {twice.Key} twice; equal draws say nothing about the spread."));
        return seeds;
    }

    private static bool TryParse(string text, out ulong seed) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed);

    private static string Counted(FormattableString text) => FormattableString.Invariant(text);
}
