using System.Globalization;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Dsl.Vocabulary;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Streams;

namespace FanIn.Cli.Running;

/// <summary>Reads the values of `run`'s options, in any culture alike.</summary>
internal static class RunArguments
{
    /// <summary>What --rng takes.</summary>
    public static string[] StreamNames { get; } = Enum.GetValues<RandomStream>().Select(stream => stream.Name()).ToArray();

    /// <summary>A seed, or null when none is given.</summary>
    /// <exception cref="UserErrorException">It is no whole number below 2⁶⁴.</exception>
    public static Seed? Seed(string? text) =>
        text is null ? null
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) ? seed
        : throw new UserErrorException($"--seed takes a whole number from 0 to {ulong.MaxValue}, not '{text}'.");

    /// <summary>Several seeds, or null when none are given.</summary>
    /// <exception cref="UserErrorException">They can't be read, or one seed is given as well.</exception>
    public static IReadOnlyList<ulong>? Seeds(string? text, string? seed) => text is null || seed is null
        ? SeedRanges.Parse(text)
        : throw new UserErrorException("--seed and --seeds exclude each other: one run of each experiment, or one with each seed.");

    /// <summary>A number of threads, or null when none is given.</summary>
    /// <exception cref="UserErrorException">It is no whole number from 1 to 1024.</exception>
    public static int? Threads(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads is >= 1 and <= 1024 ? threads
        : throw new UserErrorException($"--threads takes a whole number from 1 to 1024, not '{text}'.");

    /// <summary>A stream, or null when none is given.</summary>
    /// <exception cref="UserErrorException">There is no stream of that name.</exception>
    public static RandomStream? Stream(string? name)
    {
        if (name is null)
            return null;
        if (RandomStreamNames.TryParse(name, out var stream))
            return stream;
        throw new UserErrorException(
            $"--rng takes {string.Join(", ", StreamNames)}, not '{name}'.{Phrases.DidYouMean(name, StreamNames)}");
    }

    /// <summary>What --show takes.</summary>
    public static IReadOnlyList<string> FigureNames { get; } = [.. Lexicon.Figures.Names];

    /// <summary>Kinds of figures, separated by commas; none when nothing is given.</summary>
    /// <exception cref="UserErrorException">There is no such kind, or figures are not wanted, or not of single runs.</exception>
    public static IReadOnlyList<FigureKind> Show(IReadOnlyList<string> texts, string? figures, string? seeds)
    {
        var kinds = texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries)).Select(Kind).Distinct().ToList();
        if (kinds.Count > 0 && Figures(figures) is null)
            throw new UserErrorException("--show and --figures none exclude each other: one asks for figures, the other for none.");
        if (kinds.Count > 0 && seeds is not null)
            throw new UserErrorException("--show and --seeds exclude each other: these kinds of figures show a single run.");
        return kinds;
    }

    private static FigureKind Kind(string name) => Lexicon.Figures.Find(name) is { } entry
        ? Enum.Parse<FigureKind>(entry.RuntimeMember)
        : throw new UserErrorException(
            $"--show takes {string.Join(", ", FigureNames)}, not '{name}'.{Phrases.DidYouMean(name, FigureNames)}");

    /// <summary>A folder, or null for no figures.</summary>
    public static string? Figures(string? text) => text == "none" ? null : text ?? RunRequest.DefaultFigures;
}
