using System.Globalization;
using FanIn.Dsl.Text;

namespace FanIn.Cli.Rendering;

/// <summary>What several messages say alike.</summary>
internal static class Phrases
{
    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>Between what a number may lie: <c>at least 0, below 1</c>; empty where nothing bounds it.</summary>
    public static string Bounds(double minimum, bool excludesMinimum, double maximum, bool excludesMaximum)
    {
        string least = double.IsNegativeInfinity(minimum) ? "" : $"{(excludesMinimum ? "above" : "at least")} {ShortNumber.Bound(minimum)}";
        string most = double.IsPositiveInfinity(maximum) ? "" : $"{(excludesMaximum ? "below" : "at most")} {ShortNumber.Bound(maximum)}";
        return least.Length > 0 && most.Length > 0 ? $"{least}, {most}" : least + most;
    }

    /// <summary>A sentence, after a blank, that names what a misspelt word was meant to be; nothing when nothing is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known) => DidYouMean(NearestName.Find(word, known));

    /// <inheritdoc cref="DidYouMean(string, IEnumerable{string})"/>
    public static string DidYouMean(string? name) => name is null ? "" : $" Did you mean '{name}'?";
}
