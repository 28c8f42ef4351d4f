using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads the axes of a matrix, each a list of values or label: value.</summary>
internal sealed class AxisReader(DiagnosticBag bag)
{
    private const string MissingLabel =
        $"Give this value a label: write the axis as a mapping of label: value. A label has {NameRule.Allowed}";

    /// <summary>Whether anything was wrong.</summary>
    public bool IsBroken { get; private set; }

    public Axis Read(YamlEntry entry)
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

    /// <summary>The number that a value is by itself: a formula without names other than pi.</summary>
    public static ScopeValue? NumberOf(YamlNode node) =>
        node is YamlScalar scalar && FormulaBinder.Bind(FormulaParser.Parse(scalar.Value), Scope.Constants).Bound is { } bound
            ? new ScopeValue(bound.Tree, bound.Value)
            : null;

    /// <summary>Reports something, unless it has been reported already.</summary>
    public void Refuse(DiagnosticRule rule, YamlNode node, string message)
    {
        IsBroken = true;
        if (node is not YamlInvalid)
            bag.Add(rule, node.Range, message);
    }

    public static string Found(YamlNode node) =>
        node is YamlSequence { Items.Count: 0 } or YamlMapping { Entries.Count: 0 } ? "an empty one" : node.Kind;

    /// <summary>Whether the text is a label; reports it otherwise.</summary>
    public bool IsLabel(YamlScalar label)
    {
        bool isLabel = NameRule.Check(label.Value, "a label", label.Range, bag);
        IsBroken |= !isLabel;
        return isLabel;
    }

    private MatrixValue? ReadItem(YamlNode item)
    {
        if (item is YamlScalar scalar && NameRule.IsName(scalar.Value))
            return new MatrixValue(scalar.Value, scalar.Range, scalar, NumberOf(scalar));
        if (item is YamlScalar { IsEmpty: true })
            Refuse(DiagnosticCatalog.WrongShape, item, "A value of the matrix is missing here.");
        else
            Refuse(DiagnosticCatalog.MissingLabel, item, $"{MissingLabel}; found {item.Kind}.");
        return null;
    }

    private MatrixValue? ReadLabelled(YamlEntry entry)
    {
        if (!IsLabel(entry.Key))
            return null;
        if (entry.Value is not YamlScalar { IsEmpty: true })
            return new MatrixValue(entry.Key.Value, entry.Key.Range, entry.Value, NumberOf(entry.Value));
        Refuse(DiagnosticCatalog.WrongShape, entry.Value, $"The label {Words.Quote(entry.Key.Value)} has no value.");
        return null;
    }
}
