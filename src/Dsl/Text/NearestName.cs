namespace FanIn.Dsl.Text;

/// <summary>Finds what a misspelt name was meant to be.</summary>
public static class NearestName
{
    private const int LongestWord = 64;
    private const int MostCandidates = 256;

    private const int ShortestStart = 3;

    /// <summary>
    /// The candidate at the smallest Damerau-Levenshtein distance, if that is within a third of the word (at least 1); otherwise the only
    /// one that the word is the beginning of (<c>eps</c>); otherwise null.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
            return null;
        var known = candidates.Take(MostCandidates).ToList();
        return Close(word, known) ?? Begun(word, known);
    }

    private static string? Begun(string word, IReadOnlyList<string> candidates) =>
        word.Length >= ShortestStart
        && candidates.Where(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only]
            ? only : null;

    private static string? Close(string word, IReadOnlyList<string> candidates)
    {
        string? nearest = null;
        int least = Math.Max(1, (word.Length + 1) / 3) + 1;
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= least)
                continue;
            int distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < least)
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours that lead from a to b (optimal string alignment).</summary>
    internal static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
