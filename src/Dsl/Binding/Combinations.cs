using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>What <c>exclude</c> takes from the product of the axes, and what <c>include</c> adds to it.</summary>
internal sealed class Combinations(IReadOnlyList<Axis> axes, AxisReader reader)
{
    private readonly Dictionary<string, Axis> _axes = axes.ToDictionary(axis => axis.Name, StringComparer.Ordinal);

    /// <summary>The points that no entry matches. An entry matches where all of its labels are the point's.</summary>
    public List<MatrixPoint> Exclude(List<MatrixPoint> points, YamlNode? node)
    {
        foreach (var entry in Entries(node, "exclude", "a list of combinations of labels, as in - { init: he }"))
        {
            if (Labels(entry.Value) is not { } labels)
                continue;
            int before = points.Count;
            points = points.Where(point => !labels.All(pair => point.Values[pair.Key]!.Label == pair.Value)).ToList();
            if (points.Count == before)
                reader.Refuse(
                    DiagnosticCatalog.NothingSelected, entry.Value,
                    "This entry of exclude matches no variant: the matrix has no such combination, or an entry above took it.");
        }

        return points;
    }

    /// <summary>Adds the entries, each a variant, after the product's.</summary>
    public void Include(List<MatrixPoint> points, YamlNode? node)
    {
        var labels = new HashSet<string>(points.Select(point => point.Label), StringComparer.Ordinal);
        foreach (var entry in Entries(node, "include", "a list of combinations, or a mapping from labels to them"))
        {
            if (Point(entry) is not { } point)
                continue;
            if (!labels.Add(point.Label))
                reader.Refuse(DiagnosticCatalog.DuplicateName, Place(entry), $"There is a variant {Words.Quote(point.Label)} already.");
            else
                points.Add(point);
        }
    }

    private IEnumerable<(YamlScalar? Label, YamlNode Value)> Entries(YamlNode? node, string key, string expected)
    {
        IReadOnlyList<(YamlScalar? Label, YamlNode Value)> entries = node switch
        {
            YamlSequence list => [.. list.Items.Select(item => ((YamlScalar?)null, item))],
            YamlMapping mapping when key == "include" => [.. mapping.Entries.Select(entry => ((YamlScalar?)entry.Key, entry.Value))],
            _ => [],
        };
        if (node is not null && entries.Count == 0)
            reader.Refuse(DiagnosticCatalog.WrongShape, node, $"{key} must be {expected}; found {AxisReader.Found(node)}.");
        else if (entries.Count > Limits.Entries)
            reader.Refuse(
                DiagnosticCatalog.ExpansionLimit, node!, $"{key} has {entries.Count} entries; at most {Limits.Entries} are allowed.");
        return entries.Take(Limits.Entries);
    }

    private Dictionary<string, string>? Labels(YamlNode node)
    {
        if (Mapping(node, "exclude") is not { } mapping)
            return null;
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            var known = _axes[entry.Key.Value].Values.Select(value => value.Label).ToList();
            if (entry.Value is not YamlScalar { IsEmpty: false } label)
                reader.Refuse(
                    DiagnosticCatalog.WrongShape, entry.Value,
                    $"exclude names a value of {Words.Quote(entry.Key.Value)} by its label; found {AxisReader.Found(entry.Value)}.");
            else if (!known.Contains(label.Value))
                reader.Refuse(
                    DiagnosticCatalog.NothingSelected, label,
                    $"The axis {Words.Quote(entry.Key.Value)} has no value {Words.Quote(label.Value)}."
                    + $"{Words.Suggest(label.Value, known)} There are: {Words.List(known)}.");
            else
                labels[entry.Key.Value] = label.Value;
        }

        return labels.Count == mapping.Entries.Count ? labels : null;
    }

    private MatrixPoint? Point((YamlScalar? Label, YamlNode Value) entry)
    {
        if ((entry.Label is { } label && !reader.IsLabel(label)) || Mapping(entry.Value, "include") is not { } mapping)
            return null;
        var given = mapping.Entries.ToDictionary(pair => pair.Key.Value, pair => pair.Value, StringComparer.Ordinal);
        var missing = axes.Where(axis => !given.ContainsKey(axis.Name)).Select(axis => axis.Name).ToList();
        if (missing.Count > 0)
        {
            reader.Refuse(
                DiagnosticCatalog.MissingKey, mapping,
                $"An entry of include is a whole variant: it needs a value for each axis. Missing: {Words.List(missing)}.");
            return null;
        }

        var point = MatrixPoint.None(Place(entry).Range);
        foreach (var axis in axes)
        {
            if (Value(axis, given[axis.Name], entry.Label is not null) is not { } value)
                return null;
            point = point.With(axis.Name, value);
        }

        return point with { Label = entry.Label?.Value ?? point.Label, Range = Place(entry).Range };
    }

    /// <summary>The axis' value of that label, or a value of the entry's own.</summary>
    private MatrixValue? Value(Axis axis, YamlNode node, bool isLabelled)
    {
        var scalar = node as YamlScalar;
        if (axis.Values.FirstOrDefault(value => value.Label == scalar?.Value) is { } known)
            return known;
        if (scalar is { IsEmpty: true })
            reader.Refuse(DiagnosticCatalog.WrongShape, node, $"The axis {Words.Quote(axis.Name)} has no value here.");
        else if (isLabelled || (scalar is not null && NameRule.IsName(scalar.Value)))
            return new MatrixValue(scalar?.Value ?? "", node.Range, node, AxisReader.NumberOf(node));
        else
            reader.Refuse(
                DiagnosticCatalog.MissingLabel, node,
                $"Give this combination a label: write include as a mapping of label: combination; found {node.Kind}.");
        return null;
    }

    private YamlMapping? Mapping(YamlNode node, string key)
    {
        if (node is not YamlMapping { Entries.Count: > 0 } mapping)
        {
            reader.Refuse(
                DiagnosticCatalog.WrongShape, node,
                $"An entry of {key} must be a mapping from axes to {(key == "exclude" ? "labels" : "values")}; found "
                + $"{AxisReader.Found(node)}.");
            return null;
        }

        var unknown = mapping.Entries.Where(entry => !_axes.ContainsKey(entry.Key.Value)).ToList();
        foreach (var entry in unknown)
            reader.Refuse(
                DiagnosticCatalog.UnknownKey, entry.Key,
                $"The matrix has no axis {Words.Quote(entry.Key.Value)}.{Words.Suggest(entry.Key.Value, _axes.Keys)} Axes: "
                + $"{Words.List(_axes.Keys)}.");
        return unknown.Count == 0 ? mapping : null;
    }

    private static YamlNode Place((YamlScalar? Label, YamlNode Value) entry) => entry.Label ?? entry.Value;
}
