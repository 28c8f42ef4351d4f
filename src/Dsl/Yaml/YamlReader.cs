using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FanIn.Dsl.Yaml;

/// <summary>
/// YamlDotNet's event parser behind one boundary: nothing of it, not its exceptions either, leaves this file. Its events come lazily,
/// so stopping at the depth and node limits keeps deep nesting away from its code that is slow there.
/// </summary>
internal sealed class YamlReader
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _bag;
    private readonly TreeBuilder _tree;
    private TextRange _lastGood;
    private bool _isWhole = true;

    private YamlReader(SourceText source, DiagnosticBag bag)
    {
        (_source, _bag) = (source, bag);
        _tree = new TreeBuilder(source, bag);
    }

    /// <summary>The tree of the text, null when there is nothing, and whether all of the text could be read.</summary>
    public static (YamlNode? Root, bool IsWhole) Read(SourceText source, DiagnosticBag bag, CancellationToken cancellation)
    {
        var reader = new YamlReader(source, bag);
        reader.ReadEvents(cancellation);
        return (reader._tree.Close(), reader._isWhole);
    }

    private void ReadEvents(CancellationToken cancellation)
    {
        var parser = new Parser(new StringReader(_source.Text));
        bool started = false;
        while (MoveNext(parser))
        {
            cancellation.ThrowIfCancellationRequested();
            var parsed = parser.Current!;
            if (parsed is DocumentStart start)
            {
                if (started)
                {
                    _bag.Add(
                        DiagnosticCatalog.SecondDocument, RangeOf(parsed),
                        "A second document starts here; a file holds one experiment.");
                    return;
                }

                started = true;
                ReportDirectives((int)start.End.Index);
            }
            else if (!Add(parsed))
            {
                _isWhole = false;
                return;
            }

            if (parsed.End.Index > parsed.Start.Index)
                _lastGood = RangeOf(parsed);
        }
    }

    /// <summary>False at the end of what can be parsed. The parser throws exceptions of many types; some don't know where.</summary>
    private bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _isWhole = false;
            var range = e is YamlException located ? _source.Range((int)located.Start.Index, (int)located.Start.Index + 1) : _lastGood;
            if (SyntaxError.AnchorBefore(_source, _lastGood.Start + _lastGood.Length, range.Start) is { } anchor)
            {
                ReportAnchor(anchor);
                return false;
            }

            _bag.Add(SyntaxError.Rule(_source, range), range, SyntaxError.Explain(_source, range, e.Message, _tree.OpenFlow));
            return false;
        }
    }

    /// <summary>False when a limit is passed and reading must stop.</summary>
    private bool Add(ParsingEvent parsed)
    {
        if (parsed is NodeEvent node)
            ReportProperties(node);
        switch (parsed)
        {
            case AnchorAlias:
                _bag.Add(
                    DiagnosticCatalog.Anchor, RangeOf(parsed),
                    "Aliases (*name) are not part of the language. Write the value, or put it into the matrix and write $name.");
                return _tree.Add(new YamlInvalid(RangeOf(parsed)));
            case Scalar scalar:
                return _tree.Add(scalar.Value, Style(scalar.Style), (int)scalar.Start.Index, (int)scalar.End.Index);
            case SequenceStart sequence:
                return _tree.Open(isMapping: false, sequence.Style == SequenceStyle.Flow, (int)sequence.Start.Index);
            case MappingStart mapping:
                return _tree.Open(isMapping: true, mapping.Style == MappingStyle.Flow, (int)mapping.Start.Index);
            case SequenceEnd or MappingEnd:
                _tree.CloseOne((int)parsed.Start.Index);
                return true;
            default:
                return true;
        }
    }

    private static TextStyle Style(ScalarStyle style) => style switch
    {
        ScalarStyle.Plain => TextStyle.Plain,
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => TextStyle.Quoted,
        _ => TextStyle.Block,
    };

    private void ReportProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            ReportAnchor(RangeOf(node));
        if (!node.Tag.IsEmpty)
            _bag.Add(
                DiagnosticCatalog.Tag, RangeOf(node),
                "Tags (!name) are not part of the language: each key knows what its value is.");
    }

    private void ReportAnchor(TextRange range) => _bag.Add(
        DiagnosticCatalog.Anchor, range,
        "Anchors (&name) are not part of the language. Write the value where it is used, or put it into the matrix and write $name.");

    /// <summary>The parser skips directives that it does not know; here each is an error.</summary>
    private void ReportDirectives(int end)
    {
        for (int i = 0; i < end;)
        {
            int stop = _source.Text.IndexOfAny(['\n', '\r'], i, end - i);
            stop = stop < 0 ? end : stop;
            if (_source.Text[i] == '%')
                _bag.Add(
                    DiagnosticCatalog.Tag, _source.Range(i, stop),
                    "Directives (lines that start with %) are not part of the language.");
            i = stop + 1;
        }
    }

    private TextRange RangeOf(ParsingEvent parsed)
    {
        int start = (int)parsed.Start.Index;
        return _source.Range(start, Math.Max((int)parsed.End.Index, start + 1));
    }
}
