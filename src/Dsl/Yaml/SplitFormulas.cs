using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Yaml;

/// <summary>
/// Recognises a formula that YAML split at its comma, as in <c>{ std: min(1, 2) }</c>, says so once, and puts it together again
/// so that its pieces give no errors of their own.
/// </summary>
internal static class SplitFormulas
{
    private const int MostPieces = 16;

    public static IReadOnlyList<YamlNode> Mend(List<YamlNode> items, SourceText source, DiagnosticBag bag)
    {
        var mended = new List<YamlNode>();
        for (int i = 0; i < items.Count; i++)
        {
            int last = LastPiece(items, i, node => node);
            mended.Add(last > i ? Join((YamlScalar)items[i], (YamlScalar)items[last], source, bag) : items[i]);
            i = Math.Max(i, last);
        }

        return mended;
    }

    public static IReadOnlyList<YamlEntry> Mend(List<YamlEntry> entries, SourceText source, DiagnosticBag bag)
    {
        var mended = new List<YamlEntry>();
        for (int i = 0; i < entries.Count; i++)
        {
            // The first piece is the value of its key; YAML takes the others for keys without a value.
            int first = i;
            int last = LastPiece(entries, i, entry =>
                entry.Key == entries[first].Key ? entry.Value : entry.Value is YamlScalar { IsEmpty: true } ? entry.Key : null);
            mended.Add(
                last > i ? new YamlEntry(entries[i].Key, Join((YamlScalar)entries[i].Value, entries[last].Key, source, bag)) : entries[i]);
            i = Math.Max(i, last);
        }

        return mended;
    }

    /// <summary>Index of the piece that closes the parentheses which the first one leaves open; -1 when there is none.</summary>
    private static int LastPiece<T>(List<T> pieces, int first, Func<T, YamlNode?> text)
    {
        int open = 0;
        for (int i = first; i < Math.Min(pieces.Count, first + MostPieces); i++)
        {
            if (text(pieces[i]) is not YamlScalar { IsPlain: true } piece)
                return -1;
            foreach (char c in piece.Value)
            {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (open < 0)
                    return -1;
            }

            if (open == 0)
                return i == first ? -1 : i;
        }

        return -1;
    }

    private static YamlScalar Join(YamlScalar first, YamlScalar last, SourceText source, DiagnosticBag bag)
    {
        int end = last.Range.Start + last.Range.Length;
        var range = source.Range(first.Range.Start, end);
        string text = source.Text.Substring(first.Range.Start, end - first.Range.Start);
        bag.Add(
            DiagnosticCatalog.SplitFormula, range,
            $"Within {{ }} and [ ] YAML splits this formula at its comma. Quote it: \"{text.Replace("\n", "").Replace("\r", "")}\".");
        return new YamlScalar(text, isPlain: false, first.Range.Start, source, range);
    }
}
