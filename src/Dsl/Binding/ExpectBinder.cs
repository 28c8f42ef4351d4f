using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads <c>expect</c> for one variant: selects, checks, and expands to single layers.</summary>
internal sealed class ExpectBinder(ValueReader reader, string label, BoundLayers layers, Observed observed, bool isTrained)
{
    private readonly List<Expectation> _expectations = [];

    /// <summary>The expectations of this variant; errors are reported for entries that select other variants too.</summary>
    public IReadOnlyList<Expectation> Bind(YamlNode? node)
    {
        if (node is null || reader.List(node, "expect", "a list, as in - { layer: hidden1, std: { min: 0.1 } }") is not { } entries)
            return _expectations;
        if (entries.Count > Limits.Entries)
            reader.Bag.Add(
                DiagnosticCatalog.ExpansionLimit, node.Range,
                $"expect has {entries.Count} entries; at most {Limits.Entries} are allowed.");
        foreach (var entry in entries.Take(Limits.Entries))
            Add(entry);
        return _expectations;
    }

    private void Add(YamlNode node)
    {
        if (reader.Mapping(node, Keys.Expectation, Lexicon.Statistics.Names) is not { } fields)
            return;
        var tensor = fields["tensor"] is { } written ? reader.Entry(written, Lexicon.Observables) : Lexicon.Observables.Find("activations");
        var statistics = fields.Entries
            .Select(entry => (Entry: entry, Statistic: Lexicon.Statistics.Find(entry.Key.Value)))
            .Where(pair => pair.Statistic is not null)
            .ToList();
        bool isSelected = Patterns.Variant(reader, fields, label);
        int ofTraining = AddOfTraining(fields, statistics, isSelected);
        if (statistics.Count == 0 && ofTraining > 0)
            return;
        if (statistics.Count == 0)
            reader.Bag.Add(
                DiagnosticCatalog.MissingKey, fields.Range,
                "An expectation needs at least one statistic, as in std: { min: 0.1 }. There are: "
                + $"{Words.List(Lexicon.Statistics.Names)}.");
        var expected = statistics.Select(pair => (pair.Statistic!, Limits: StatisticLimits.Bind(reader, pair.Entry))).ToList();
        bool isMeasured = tensor is not null && statistics.Count(pair => !IsMeasured(pair.Entry.Key, pair.Statistic!, tensor, fields)) == 0;
        var selected = isSelected ? Patterns.Layers(reader, fields, layers.Names) : [];
        foreach (string layer in selected)
        {
            foreach (var (statistic, limits) in expected)
            {
                if (limits is not null && isMeasured && Has(layer, tensor!, statistic) && HasRoom(fields))
                    _expectations.Add(new Expectation(
                        layer, tensor!.Name, statistic.Name, limits.Min, limits.Max, limits.Near, limits.Within));
            }
        }

        foreach (var (key, statistic) in statistics.Select(pair => (pair.Entry.Key, pair.Statistic!)))
        {
            if (isMeasured && selected.Count > 0 && !selected.Any(layer => Has(layer, tensor!, statistic)))
                reader.Bag.Add(DiagnosticCatalog.Unsuitable, (fields["layer"] ?? key).Range, Lacking(selected[0], tensor!, statistic));
        }
    }

    /// <summary>Takes the training's statistics, which no layer has, out of the list, and gives their number.</summary>
    private int AddOfTraining(Fields fields, List<(YamlEntry Entry, StatisticEntry? Statistic)> statistics, bool isSelected)
    {
        var own = statistics.Where(pair => pair.Statistic!.Of == StatisticOf.Training).ToList();
        statistics.RemoveAll(own.Contains);
        foreach (var (entry, statistic) in own)
        {
            var limits = StatisticLimits.Bind(reader, entry);
            if (!isTrained)
                reader.Bag.Add(
                    DiagnosticCatalog.NotObserved, entry.Key.Range,
                    $"{Words.Quote(statistic!.Name)} is a training's, and there is none: write train.");
            else if (statistics.Count == 0 && (fields["layer"] ?? fields["tensor"]) is { } selection)
                reader.Bag.Add(
                    DiagnosticCatalog.Unsuitable, selection.Range,
                    $"{Words.Quote(statistic!.Name)} is of the training as a whole: leave layer and tensor out.");
            else if (limits is not null && isSelected && HasRoom(fields))
                _expectations.Add(new Expectation("", "training", statistic!.Name, limits.Min, limits.Max, limits.Near, limits.Within));
        }

        return own.Count;
    }

    /// <summary>All layers have activations; what has to do with weights dense ones alone.</summary>
    private bool Has(string layer, ObservableEntry tensor, StatisticEntry statistic)
    {
        string kind = layers.Kinds[layer];
        if (kind == LayerKinds.Dense)
            return statistic.Name != "chi" || layer != layers.Names.Last(name => layers.Kinds[name] == LayerKinds.Dense);
        return statistic.Of == StatisticOf.Layer
            ? statistic.Layers == LayersWith.Activations
                || (statistic.Layers == LayersWith.PreActivations && DiagnosticsCheck.HasPreActivations(kind))
            : tensor.Name is "activations" or "gradients";
    }

    private string Lacking(string layer, ObservableEntry tensor, StatisticEntry statistic)
    {
        if (layers.Kinds[layer] == LayerKinds.Dense)
            return $"{Words.Quote(layer)} is the last dense layer: {statistic.Name} compares a layer with the next.";
        string have = statistic.Layers == LayersWith.PreActivations ? "dense layers and activations have" : "dense layers have";
        return $"{Words.Quote(layer)} is of kind {layers.Kinds[layer]}, which has no "
            + $"{(statistic.Of == StatisticOf.Layer ? statistic.Name : tensor.Name)}: {have}.";
    }

    private bool IsMeasured(YamlScalar key, StatisticEntry statistic, ObservableEntry tensor, Fields fields)
    {
        if (statistic.Of == StatisticOf.Layer)
            return IsMeasured(key, statistic);
        if (statistic.Of == StatisticOf.Activations && tensor.Name != "activations")
        {
            reader.Bag.Add(
                DiagnosticCatalog.Unsuitable, key.Range,
                $"{Words.Quote(statistic.Name)} is a statistic of the activations alone; found the tensor '{tensor.Name}'.");
            return false;
        }

        // An unreadable `observe` may well have named the tensor.
        if (observed.Histograms.ContainsKey(tensor.ObservedWith ?? tensor.Name) || !observed.IsComplete)
            return true;
        reader.Bag.Add(
            DiagnosticCatalog.NotObserved, (fields["tensor"] ?? key).Range,
            $"The tensor '{tensor.Name}' is not observed; write "
            + $"{(tensor.IsGradient ? "backward: { upstream: normal }" : "it into observe")}. "
            + $"Observed: {Words.List(observed.Histograms.Keys)}.");
        return false;
    }

    /// <summary>Of a layer's own statistic.</summary>
    private bool IsMeasured(YamlScalar key, StatisticEntry statistic)
    {
        string? missing =
            statistic.Diagnostic is { } diagnostic && !observed.Measures(diagnostic) ? $"write {diagnostic} into observe"
            : statistic.NeedsBackward && !observed.Histograms.ContainsKey("gradients") ? "write backward: { upstream: normal }"
            : statistic.Name == "n_eff" && !observed.Histograms.ContainsKey("activations") ? "write activations into observe"
            : null;
        if (missing is null || !observed.IsComplete)
            return true;
        reader.Bag.Add(DiagnosticCatalog.NotObserved, key.Range, $"{Words.Quote(statistic.Name)} is not measured; {missing}.");
        return false;
    }

    private bool HasRoom(Fields fields)
    {
        if (++reader.File.Expectations != Limits.Expectations + 1)
            return reader.File.Expectations <= Limits.Expectations;
        reader.Bag.Add(
            DiagnosticCatalog.ExpansionLimit, fields.Range,
            $"Expanded to single layers there are more than {Limits.Expectations} expectations.");
        return false;
    }
}
