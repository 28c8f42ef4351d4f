using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;
using Range = FanIn.Dsl.Model.Range;

namespace FanIn.Dsl.Binding;

/// <summary>
/// Reads <c>figure</c> for one variant; of several entries that select it the last to set a limit wins, and all say what to show.
/// </summary>
internal static class FigureBinder
{
    public static FigureSpec? Bind(ValueReader reader, YamlNode? node, string label)
    {
        if (node is null || reader.List(node, "figure", "a list, as in - { for: \"relu-*\", ylim: [0, 7000] }") is not { } entries)
            return null;
        if (entries.Count > Limits.Entries)
            reader.Bag.Add(
                DiagnosticCatalog.ExpansionLimit, node.Range,
                $"figure has {entries.Count} entries; at most {Limits.Entries} are allowed.");
        FigureSpec? figure = null;
        foreach (var entry in entries.Take(Limits.Entries))
        {
            if (reader.Mapping(entry, Keys.Figure) is not { } fields)
                continue;
            var x = Limit(reader, fields, "xlim");
            var y = Limit(reader, fields, "ylim");
            var show = Show(reader, fields["show"]);
            if (fields["xlim"] is null && fields["ylim"] is null && fields["show"] is null)
                reader.Bag.Add(DiagnosticCatalog.MissingKey, fields.Range, "A figure needs xlim, ylim or show.");
            if (Patterns.Variant(reader, fields, label))
                figure = new FigureSpec(x ?? figure?.X, y ?? figure?.Y, Joined(figure, show));
        }

        return figure;
    }

    private static Range? Limit(ValueReader reader, Fields fields, string key) =>
        fields[key] is { } node ? IntervalBinder.Bind(reader, node, key) : null;

    private static List<FigureEntry> Show(ValueReader reader, YamlNode? node)
    {
        var show = new List<FigureEntry>();
        if (node is null || reader.List(node, "show", "a list of figures, as in [slopes, depth]") is not { } items)
            return show;
        if (items.Count == 0)
            reader.Bag.Add(
                DiagnosticCatalog.WrongShape, node.Range,
                $"show must name at least one figure. There are: {Words.List(Lexicon.Figures.Names)}.");
        foreach (var item in items)
        {
            if (reader.Entry(item, Lexicon.Figures) is not { } kind)
                continue;
            if (show.Contains(kind))
                reader.Bag.Add(DiagnosticCatalog.DuplicateName, item.Range, $"The figure {Words.Quote(kind.Name)} is shown already.");
            else
                show.Add(kind);
        }

        return show;
    }

    /// <summary>What several entries show, in the vocabulary's order.</summary>
    private static EquatableArray<string> Joined(FigureSpec? before, List<FigureEntry> show) =>
        Lexicon.Figures.Select(kind => kind.Name)
            .Where(name => before?.Show.Contains(name) == true || show.Any(kind => kind.Name == name))
            .ToEquatableArray();
}
