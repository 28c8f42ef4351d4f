using System.Globalization;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>
/// Reads the values of one variant: looks references up, checks shapes, binds formulas. Each method reports what is wrong and then
/// gives null, so that its caller can go on and find the file's other errors.
/// </summary>
internal sealed class ValueReader
{
    private readonly MatrixPoint _point;
    private readonly bool _anyReference;

    public ValueReader(FileContext file, MatrixPoint point, bool matrixIsBroken)
    {
        (File, _point, _anyReference) = (file, point, matrixIsBroken && point.Values.Count == 0);
        Scope = Scope.Constants.With(point.Values
            .Where(pair => pair.Value is null || pair.Value.Number is not null)
            .Select(pair => new KeyValuePair<string, ScopeValue?>(pair.Key, pair.Value?.Number)));
        RunScope = Scope;
    }

    public FileContext File { get; }

    /// <summary>The axes of the matrix.</summary>
    public IEnumerable<string> Axes => _point.Values.Keys;

    /// <summary>pi and the matrix's numbers: what is known where the network is built.</summary>
    public Scope Scope { get; private set; }

    /// <summary>The parameters besides: what is known when the experiment runs.</summary>
    public Scope RunScope { get; private set; }

    public DiagnosticBag Bag => File.Bag;

    /// <summary>Lets formulas know the file's parameters; a value of null could not be read.</summary>
    public void Know(IReadOnlyDictionary<string, ScopeValue?> parameters)
    {
        RunScope = Scope.With(parameters);
        Scope = Scope.BesideParameters([.. parameters.Keys]);
    }

    /// <summary>The node, or what it refers to; null when that can't be found.</summary>
    public YamlNode? Resolve(YamlNode? node)
    {
        var written = node;
        for (int hops = 0; node is YamlScalar { Value: ['$', ..] } scalar; hops++)
        {
            string name = scalar.Value.Substring(1);
            if (name.StartsWith("{", StringComparison.Ordinal))
            {
                Bag.Add(DiagnosticCatalog.BracedReference, scalar.Range, SyntaxError.BracedReferenceMessage(name.Trim('{', '}')));
                return null;
            }

            File.UsedNames.Add(name);
            if (!_point.Values.TryGetValue(name, out var value))
            {
                if (!_anyReference)
                    Bag.Add(DiagnosticCatalog.UnresolvedReference, scalar.Range, Unresolved(name));
                return null;
            }

            if (hops > Limits.Axes)
            {
                Bag.Add(DiagnosticCatalog.UnresolvedReference, written!.Range, $"{written.Kind} refers to itself.");
                return null;
            }

            node = value?.Node;
        }

        return node is YamlInvalid ? null : node;
    }

    /// <summary>The label under which the matrix has a value; null for one that stands elsewhere.</summary>
    public string? LabelOf(YamlNode value) =>
        _point.Values.Values.FirstOrDefault(axis => axis is not null && ReferenceEquals(axis.Node, value))?.Label;

    /// <summary>The text of a value that must be a name or words.</summary>
    public YamlScalar? Text(YamlNode? node, string what, string expected)
    {
        if (Resolve(node) is not { } found)
            return null;
        if (found is YamlScalar { IsEmpty: false } scalar)
            return scalar;
        WrongShape(found, what, expected);
        return null;
    }

    /// <summary>The entry that a value names.</summary>
    public T? Entry<T>(YamlNode? node, VocabularyTable<T> table)
        where T : class, IVocabularyEntry =>
        Text(node, table.Singular, $"one of {Words.List(table.Names)}") is { } scalar ? Entry(scalar, table) : null;

    /// <summary>The entry of a name.</summary>
    public T? Entry<T>(YamlScalar name, VocabularyTable<T> table)
        where T : class, IVocabularyEntry
    {
        if (table.Find(name.Value) is { } entry)
            return entry;
        Bag.Add(
            DiagnosticCatalog.UnknownName, name.Range,
            $"There is no {table.Singular} "
            + $"{Words.Quote(name.Value)}.{Words.Suggest(table.Nearest(name.Value))} There are: {Words.List(table.Names)}.");
        return null;
    }

    /// <summary>A number or formula, within the parameter's limits.</summary>
    public BoundFormula? Number(YamlNode? node, Scope scope, ParameterEntry parameter)
    {
        var bound = Number(node, scope, parameter.Name, parameter.Minimum, parameter.ExcludesMinimum);
        if (bound is null || bound.Value < parameter.Maximum || (bound.Value == parameter.Maximum && !parameter.ExcludesMaximum))
            return bound;
        string limit = parameter.ExcludesMaximum ? "below" : "at most";
        Bag.Add(
            DiagnosticCatalog.OutOfRange, Resolve(node)!.Range,
            $"{parameter.Name} must be {limit} {Words.Number(parameter.Maximum)}; found {Found(bound)}.");
        return null;
    }

    /// <summary>A number or formula, not below the minimum, and if that is excluded above it.</summary>
    public BoundFormula? Number(
        YamlNode? node, Scope scope, string what, double minimum = double.NegativeInfinity, bool excludesMinimum = false)
    {
        if (Text(node, what, "a number or a formula") is not { } scalar)
            return null;
        var (bound, errors, nodes) = FormulaBinder.Bind(File.Parse(scalar), scope);
        foreach (var error in errors)
            Bag.Add(error.Rule, scalar.Part(error.Offset, error.Length), error.Message);
        if (bound is null || !File.Spend(nodes, scalar.Range))
            return null;
        if (bound.Value > minimum || (bound.Value == minimum && !excludesMinimum))
            return bound;
        string limit = excludesMinimum ? "above" : "at least";
        Bag.Add(DiagnosticCatalog.OutOfRange, scalar.Range, $"{what} must be {limit} {Words.Number(minimum)}; found {Found(bound)}.");
        return null;
    }

    /// <summary>A whole number, or a formula whose value is one.</summary>
    public int? Integer(YamlNode? node, Scope scope, string what, int minimum, int maximum)
    {
        if (Number(node, scope, what) is not { } bound)
            return null;
        bool isWhole = Math.Floor(bound.Value) == bound.Value;
        if (isWhole && bound.Value >= minimum && bound.Value <= maximum)
            return (int)bound.Value;
        Bag.Add(
            isWhole ? DiagnosticCatalog.OutOfRange : DiagnosticCatalog.NotWhole, Resolve(node)!.Range,
            $"{what} must be a whole number from {minimum} to {maximum}; found {Found(bound)}.");
        return null;
    }

    /// <summary>A list.</summary>
    public IReadOnlyList<YamlNode>? List(YamlNode? node, string what, string expected)
    {
        if (Resolve(node) is not { } found)
            return null;
        if (found is YamlSequence list)
            return list.Items;
        WrongShape(found, what, expected);
        return null;
    }

    /// <summary>A mapping with the table's keys, and <paramref name="more"/>.</summary>
    public Fields? Mapping(YamlNode? node, KeyTable table, IEnumerable<string>? more = null)
    {
        if (Resolve(node) is not { } found)
            return null;
        if (found is YamlMapping mapping)
            return KeyCheck.Check(mapping, table, more ?? [], Bag);
        WrongShape(found, Words.Capital(table.What), $"a mapping with the keys {Words.List(table.Entries.Select(key => key.Name))}");
        return null;
    }

    public void WrongShape(YamlNode found, string what, string expected) =>
        Bag.Add(DiagnosticCatalog.WrongShape, found.Range, $"{what} must be {expected}; found {found.Kind}.");

    private static string Found(BoundFormula bound) =>
        double.TryParse(bound.Written, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? bound.Written
            : $"{Words.Quote(bound.Written)} = {Words.Number(bound.Value)}";

    private string Unresolved(string name)
    {
        if (Scope.IsParameter(name))
            return $"{Words.Quote(name)} is a parameter and no axis of the matrix: write it without $, in a formula.";
        var axes = _point.Values.Keys.ToList();
        string known = axes.Count > 0 ? $" Axes: {Words.List(axes)}." : " The file has no matrix.";
        return $"The matrix has no axis {Words.Quote(name)}.{Words.Suggest(name, axes)}{known}";
    }
}
