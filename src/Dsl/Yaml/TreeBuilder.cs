using System.Text;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Yaml;

/// <summary>How a scalar is written.</summary>
internal enum TextStyle
{
    Plain,
    Quoted,
    Block,
}

/// <summary>
/// Builds the tree from events, within the limits. What is still open when the text breaks off is closed, so that names can be read.
/// </summary>
internal sealed class TreeBuilder(SourceText source, DiagnosticBag bag)
{
    private readonly Stack<Frame> _open = new();
    private YamlNode? _root;
    private int _nodes;

    /// <summary>Offset of the innermost flow collection that is open; null when none is.</summary>
    public int? OpenFlow => _open.FirstOrDefault(frame => !frame.IsBare) is { IsFlow: true } frame ? frame.Start : null;

    /// <summary>Adds a node; false when there are too many.</summary>
    public bool Add(YamlNode node)
    {
        Attach(node);
        if (++_nodes == Limits.Nodes + 1)
            bag.Add(DiagnosticCatalog.TextLimit, node.Range, $"The file holds more than {Limits.Nodes} values.");
        return _nodes <= Limits.Nodes;
    }

    public bool Add(string value, TextStyle style, int start, int end)
    {
        var range = source.Range(start, end);
        int content = style == TextStyle.Quoted ? start + 1 : start;
        bool exact = style != TextStyle.Block && content + value.Length <= source.Text.Length
            && string.CompareOrdinal(source.Text, content, value, 0, value.Length) == 0;
        if (Encoding.UTF8.GetByteCount(value) > Limits.ScalarBytes)
        {
            bag.Add(DiagnosticCatalog.TextLimit, range, $"This text is longer than {Limits.ScalarBytes / 1024} KiB.");
            return Add(new YamlInvalid(range));
        }

        int forbidden = value.ToList().FindIndex(CharacterScan.IsForbidden);
        if (forbidden >= 0)
            bag.Add(
                DiagnosticCatalog.Character, range,
                $"An escape stands for the character U+{(int)value[forbidden]:X4}, which is not allowed.");
        return Add(new YamlScalar(value, style == TextStyle.Plain, exact ? content : null, source, range));
    }

    /// <summary>Opens a collection; false when it is nested too deeply.</summary>
    public bool Open(bool isMapping, bool isFlow, int start)
    {
        // Of a pair without braces in a list, [a: 1], the parser does not say where it starts.
        bool isBare = isMapping && isFlow && (start >= source.Text.Length || source.Text[start] != '{');
        _open.Push(new Frame(isMapping, isFlow, isBare, start));
        if (_open.Count <= Limits.Depth)
            return true;
        bag.Add(
            DiagnosticCatalog.TextLimit, source.Range(start, start + 1),
            $"Lists and mappings are nested more than {Limits.Depth} deep.");
        return false;
    }

    /// <summary>Closes the innermost collection, whose end mark lies at the offset.</summary>
    public void CloseOne(int end) => CloseOne(end, bag);

    /// <summary>Closes what is open and gives the root. What was broken off gives no errors of its own.</summary>
    public YamlNode? Close()
    {
        var unheard = new DiagnosticBag("");
        while (_open.Count > 0)
            CloseOne(source.Text.Length, unheard);
        return _root;
    }

    private void CloseOne(int end, DiagnosticBag findings)
    {
        var frame = _open.Pop();
        var range = frame switch
        {
            { IsBare: true, Nodes: [var first, ..] } => source.Range(first.Range.Start, LastEnd(frame.Nodes)),
            _ => source.Range(frame.Start, frame.IsFlow ? end + 1 : end),
        };
        Add(frame.IsMapping ? new YamlMapping(MappingEntries.From(frame.Nodes, frame.IsFlow, source, findings), range)
            : new YamlSequence(frame.IsFlow ? SplitFormulas.Mend(frame.Nodes, source, findings) : frame.Nodes, range));
    }

    private static int LastEnd(List<YamlNode> nodes) => nodes[nodes.Count - 1].Range.Start + nodes[nodes.Count - 1].Range.Length;

    private void Attach(YamlNode node)
    {
        if (_open.Count > 0)
            _open.Peek().Nodes.Add(node);
        else
            _root ??= node;
    }

    /// <summary>An open collection: its items, or keys and values in turn.</summary>
    private sealed record Frame(bool IsMapping, bool IsFlow, bool IsBare, int Start)
    {
        public List<YamlNode> Nodes { get; } = [];
    }
}
