using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads the matrix and multiplies it out.</summary>
internal sealed class MatrixBinder(DiagnosticBag bag)
{
    private const string MissingLabel =
        $"Give this value a label: write the axis as a mapping of label: value. A label has {NameRule.Allowed}.";

    private bool _isBroken;

    public Matrix Bind(YamlNode? node, TextRange experiment)
    {
        if (node is null)
            return new Matrix(false, false, [], [MatrixPoint.None(experiment)]);
        var axes = new List<Axis>();
        if (node is YamlMapping { Entries.Count: > 0 } mapping)
            axes.AddRange(mapping.Entries.Select(ReadAxis));
        else
            Refuse(DiagnosticCatalog.WrongShape, node, $"The matrix must be a mapping from axes to their values; found {Found(node)}.");
        CheckSize(node, axes);
        return new Matrix(true, _isBroken, axes, _isBroken ? [OfAny(node, axes)] : Product(node, axes));
    }

    private Axis ReadAxis(YamlEntry entry)
    {
        string name = entry.Key.Value;
        if (!NameRule.IsAxis(name))
        {
            string why = NameRule.IsTaken(name)
                ? "formulas know it as something else"
                : "allowed are letters, digits and '_', the first a letter";
            Refuse(DiagnosticCatalog.BadName, entry.Key, $"{Words.Quote(name)} can't be an axis: {why}.");
        }

        var values = new List<MatrixValue>();
        if (entry.Value is YamlSequence { Items.Count: > 0 } list)
            values.AddRange(list.Items.Select(ReadItem).Where(value => value is not null)!);
        else if (entry.Value is YamlMapping { Entries.Count: > 0 } mapping)
            values.AddRange(mapping.Entries.Select(ReadLabelled).Where(value => value is not null)!);
        else
            Refuse(
                DiagnosticCatalog.WrongShape, entry.Value,
                $"The axis {Words.Quote(name)} must be a list of values, or a mapping from labels to values; found {Found(entry.Value)}.");

        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values.Where(value => !labels.Add(value.Label)))
            Refuse(
                DiagnosticCatalog.DuplicateName, value.Node,
                $"The label {Words.Quote(value.Label)} stands twice in the axis {Words.Quote(name)}.");
        return new Axis(name, entry.Key.Range, values);
    }

    private MatrixValue? ReadItem(YamlNode item)
    {
        if (item is YamlScalar scalar && NameRule.IsName(scalar.Value))
            return new MatrixValue(scalar.Value, scalar.Range, scalar, NumberOf(scalar));
        if (item is YamlScalar { IsEmpty: true })
            Refuse(DiagnosticCatalog.WrongShape, item, "A value of the matrix is missing here.");
        else
            Refuse(DiagnosticCatalog.MissingLabel, item, MissingLabel);
        return null;
    }

    private MatrixValue? ReadLabelled(YamlEntry entry)
    {
        if (!NameRule.Check(entry.Key.Value, "a label", entry.Key.Range, bag))
            _isBroken = true;
        else if (entry.Value is YamlScalar { IsEmpty: true })
            Refuse(DiagnosticCatalog.WrongShape, entry.Value, $"The label {Words.Quote(entry.Key.Value)} has no value.");
        else
            return new MatrixValue(entry.Key.Value, entry.Key.Range, entry.Value, NumberOf(entry.Value as YamlScalar));
        return null;
    }

    /// <summary>The number that a value is by itself: a formula without names other than pi.</summary>
    private static ScopeValue? NumberOf(YamlScalar? scalar) =>
        scalar is not null && FormulaBinder.Bind(FormulaParser.Parse(scalar.Value), Scope.Constants).Bound is { } bound
            ? new ScopeValue(bound.Tree, bound.Value)
            : null;

    private void CheckSize(YamlNode node, List<Axis> axes)
    {
        if (axes.Count > Limits.Axes)
            Refuse(DiagnosticCatalog.ExpansionLimit, node, $"The matrix has {axes.Count} axes; at most {Limits.Axes} are allowed.");
        double variants = axes.Aggregate(1.0, (product, axis) => product * axis.Values.Count);
        if (variants > Limits.Variants)
            Refuse(
                DiagnosticCatalog.ExpansionLimit, node,
                $"The matrix has {Words.Number(variants)} variants; at most {Limits.Variants} are allowed.");
    }

    private static List<MatrixPoint> Product(YamlNode node, List<Axis> axes)
    {
        List<MatrixPoint> points = [MatrixPoint.None(node.Range)];
        foreach (var axis in axes)
        {
            points = points.SelectMany(point => axis.Values.Select(value => new MatrixPoint(
                point.Label.Length == 0 ? value.Label : $"{point.Label}-{value.Label}",
                value.LabelRange,
                With(point.Values, axis.Name, value)))).ToList();
        }

        return points;
    }

    /// <summary>Stands for every combination of a broken matrix: the axes are known, their values are not.</summary>
    private static MatrixPoint OfAny(YamlNode node, List<Axis> axes) =>
        new(
            "", node.Range,
            axes.GroupBy(axis => axis.Name).ToDictionary(group => group.Key, _ => (MatrixValue?)null, StringComparer.Ordinal));

    private static Dictionary<string, MatrixValue?> With(IReadOnlyDictionary<string, MatrixValue?> values, string axis, MatrixValue value)
    {
        var all = values.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        all[axis] = value;
        return all;
    }

    private void Refuse(DiagnosticRule rule, YamlNode node, string message)
    {
        _isBroken = true;
        if (node is not YamlInvalid)
            bag.Add(rule, node.Range, message);
    }

    private static string Found(YamlNode node) =>
        node is YamlSequence { Items.Count: 0 } or YamlMapping { Entries.Count: 0 } ? "an empty one" : node.Kind;
}
