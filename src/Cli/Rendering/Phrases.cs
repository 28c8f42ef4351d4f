using System.Globalization;
using FanIn.Dsl.Text;

namespace FanIn.Cli.Rendering;

/// <summary>What several messages say alike.</summary>
internal static class Phrases
{
    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>A sentence, after a blank, that names what a misspelt word was meant to be; nothing when nothing is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known) => DidYouMean(NearestName.Find(word, known));

    /// <inheritdoc cref="DidYouMean(string, IEnumerable{string})"/>
    public static string DidYouMean(string? name) => name is null ? "" : $" Did you mean '{name}'?";
}
