namespace FanIn.Dsl.Advice;

/// <summary>Says with few patterns which variants are meant.</summary>
internal static class VariantGlobs
{
    /// <summary>Patterns that match the chosen labels and no others: <c>sigmoid-*</c>, <c>*-std1</c>, single ones.</summary>
    /// <param name="chosen">Labels.</param>
    /// <param name="all">All labels of the file.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> chosen, IReadOnlyList<string> all)
    {
        var wanted = new HashSet<string>(chosen, StringComparer.Ordinal);
        var globs = new List<string>();
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (string label in chosen.Where(label => !covered.Contains(label)))
        {
            string glob = Candidates(label).FirstOrDefault(candidate => Matched(candidate).All(wanted.Contains)) ?? label;
            globs.Add(glob);
            covered.UnionWith(Matched(glob));
        }

        return globs;

        IEnumerable<string> Matched(string glob) => all.Where(label => Binding.Glob.IsMatch(glob, label, ignoreCase: true));
    }

    /// <summary>The label with all but its first, or all but its last, parts left open; the widest first.</summary>
    private static IEnumerable<string> Candidates(string label)
    {
        for (int i = label.IndexOf('-'); i >= 0; i = label.IndexOf('-', i + 1))
            yield return label.Substring(0, i + 1) + "*";
        for (int i = label.LastIndexOf('-'); i >= 0; i = i == 0 ? -1 : label.LastIndexOf('-', i - 1))
            yield return "*" + label.Substring(i);
    }
}
