using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Remembers which patterns of 'for' and 'layer' selected something in any variant.</summary>
internal sealed class Selections
{
    private const int MostCandidates = 256;

    private readonly Dictionary<YamlScalar, (string What, HashSet<string> Candidates)> _patterns = [];
    private readonly HashSet<YamlScalar> _matched = [];

    /// <summary>The names that the pattern matches.</summary>
    public IReadOnlyList<string> Select(YamlScalar pattern, string what, IReadOnlyList<string> names, bool ignoreCase)
    {
        if (!_patterns.TryGetValue(pattern, out var known))
            _patterns[pattern] = known = (what, new HashSet<string>(StringComparer.Ordinal));
        var selected = names.Where(name => Glob.IsMatch(pattern.Value, name, ignoreCase)).ToList();
        if (selected.Count > 0)
            _matched.Add(pattern);
        else
            known.Candidates.UnionWith(names.Take(MostCandidates - Math.Min(MostCandidates, known.Candidates.Count)));
        return selected;
    }

    /// <summary>Reports the patterns that never selected anything.</summary>
    public void ReportUnmatched(DiagnosticBag bag)
    {
        foreach (var pair in _patterns.Where(pair => !_matched.Contains(pair.Key)))
        {
            var names = pair.Value.Candidates.Where(candidate => candidate.Length > 0).ToList();
            string known = names.Count > 0 ? $" There are: {Words.List(names)}." : " The experiment has no matrix.";
            bag.Add(
                DiagnosticCatalog.NothingSelected, pair.Key.Range,
                $"No {pair.Value.What} is named {Words.Quote(pair.Key.Value)}.{Words.Suggest(pair.Key.Value, names)}{known}");
        }
    }
}
