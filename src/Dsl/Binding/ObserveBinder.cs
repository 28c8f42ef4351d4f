using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>What is observed: the tensors by name, each with its histogram; the histogram is null when it could not be read.</summary>
internal sealed record Observed(IReadOnlyDictionary<string, HistogramSpec?> Histograms, bool IsComplete)
{
    /// <summary>What is measured besides, and where the file says so.</summary>
    public IReadOnlyList<(DiagnosticEntry Entry, TextRange Range)> Diagnostics { get; init; } = [];

    /// <summary>The tensors that the file itself names.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>Whether a diagnostic is among them.</summary>
    public bool Measures(string diagnostic) => Diagnostics.Any(chosen => chosen.Entry.Name == diagnostic);
}

/// <summary>Reads <c>histogram</c> and <c>observe</c>.</summary>
internal static class ObserveBinder
{
    public static Observed Bind(ValueReader reader, Fields fields)
    {
        var diagnostics = new List<(DiagnosticEntry, TextRange)>();
        var (observed, isComplete) = Named(reader, fields, diagnostics);
        string[] named = [.. observed.Keys];
        foreach (string tensor in Lexicon.Observed.Where(tensor => tensor.IsGradient).Select(tensor => tensor.Name))
        {
            if (HasBackward(fields) && !observed.ContainsKey(tensor))
                observed[tensor] = HistogramBinder.Default with { Range = null };
        }

        return new Observed(observed, isComplete) { Diagnostics = diagnostics, Named = named };
    }

    /// <summary>Whether the file asks for a backward pass, from a drawn gradient or from a loss.</summary>
    public static bool HasBackward(Fields fields) => (fields["backward"] ?? fields["train"]) is not null;

    private static (Dictionary<string, HistogramSpec?> Observed, bool IsComplete) Named(
        ValueReader reader, Fields fields, List<(DiagnosticEntry, TextRange)> diagnostics)
    {
        var histogram = HistogramBinder.Default;
        if (fields["histogram"] is { } node)
            histogram = HistogramBinder.Bind(reader, node, HistogramBinder.Default);
        var observed = new Dictionary<string, HistogramSpec?>(StringComparer.Ordinal);
        if (fields["observe"] is not { } list)
            return (new Dictionary<string, HistogramSpec?> { ["activations"] = histogram }, histogram is not null);
        if (reader.List(list, "observe", "a list of tensors, as in [activations, weights]") is not { } items)
            return (observed, false);

        bool isComplete = true;
        foreach (var item in items)
            isComplete &= AddDiagnostic(reader, item, diagnostics)
                ?? Add(reader, item, histogram, observed, HasBackward(fields));
        if (items.Count == 0)
            reader.Bag.Add(
                DiagnosticCatalog.WrongShape, list.Range,
                $"observe must name at least one tensor. There are: {Words.List(Lexicon.ObserveNames.Names)}.");
        return (observed, isComplete && items.Count > 0);
    }

    /// <summary>Whether the item, a diagnostic, is right; null for what is none.</summary>
    private static bool? AddDiagnostic(ValueReader reader, YamlNode item, List<(DiagnosticEntry Entry, TextRange)> diagnostics)
    {
        var own = (reader.Resolve(item) as YamlMapping)?.Entries.FirstOrDefault();
        if ((own?.Key ?? reader.Resolve(item) as YamlScalar) is not { } name || Lexicon.Diagnostics.Find(name.Value) is not { } entry)
            return null;
        if (own is not null)
            reader.Bag.Add(
                DiagnosticCatalog.Unsuitable, own.Value.Value.Range,
                $"{Words.Quote(name.Value)} is no tensor and has no histogram: write its name alone.");
        else if (diagnostics.Any(chosen => chosen.Entry == entry))
            reader.Bag.Add(DiagnosticCatalog.DuplicateName, name.Range, $"{Words.Quote(name.Value)} is observed already.");
        else
            diagnostics.Add((entry, name.Range));
        return own is null;
    }

    private static bool Add(
        ValueReader reader, YamlNode item, HistogramSpec? histogram, Dictionary<string, HistogramSpec?> observed, bool hasBackward)
    {
        if (Choice(reader, item) is not var (name, own) || reader.Entry(name, Lexicon.ObserveNames) is not ObservableEntry tensor)
            return false;
        if (tensor.IsGradient && !hasBackward)
        {
            reader.Bag.Add(
                DiagnosticCatalog.Unsuitable, name.Range,
                $"The {tensor.Name} need a backward pass: write backward: {{ upstream: normal }}, or train.");
            return false;
        }

        if (observed.ContainsKey(tensor.Name))
        {
            reader.Bag.Add(DiagnosticCatalog.DuplicateName, name.Range, $"The tensor {Words.Quote(tensor.Name)} is observed already.");
            return false;
        }

        // Other tensors do not live in the activations' range: without one of their own they take the range of what is observed.
        var fallback = tensor.Name == "activations" ? histogram : (histogram ?? HistogramBinder.Default) with { Range = null };
        observed[tensor.Name] = own is null ? fallback : HistogramBinder.Bind(reader, own, fallback ?? HistogramBinder.Default);
        return observed[tensor.Name] is not null;
    }

    private static (YamlScalar Name, YamlNode? Own)? Choice(ValueReader reader, YamlNode item)
    {
        switch (reader.Resolve(item))
        {
            case null:
                return null;
            case YamlScalar { IsEmpty: false } name:
                return (name, null);
            case YamlMapping { Entries.Count: 1 } mapping:
                return (mapping.Entries[0].Key, mapping.Entries[0].Value);
            case { } found:
                reader.WrongShape(
                    found, "An item of observe",
                    "a tensor's name, or one name with its histogram as in { weights: { bins: 50, range: auto } }");
                return null;
        }
    }
}
