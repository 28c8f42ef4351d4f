using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Axes that are walked together, each as long as the others; a sole axis is one by itself.</summary>
internal sealed record Factor(IReadOnlyList<Axis> Axes)
{
    /// <summary>How many values it gives the product.</summary>
    public int Count => Axes.Min(axis => axis.Values.Count);
}

/// <summary>Reads the matrix and multiplies it out; then leaves out what <c>exclude</c> says and adds what <c>include</c> says.</summary>
internal sealed class MatrixBinder(DiagnosticBag bag)
{
    private readonly AxisReader _reader = new(bag);

    public Matrix Bind(YamlNode? node, TextRange experiment)
    {
        if (node is null)
            return new Matrix(false, false, [], [MatrixPoint.None(experiment)]);
        var factors = new List<Factor>();
        YamlNode? include = null, exclude = null;
        foreach (var entry in node is YamlMapping mapping ? mapping.Entries : [])
        {
            if (entry.Key.Value == "include")
                include = entry.Value;
            else if (entry.Key.Value == "exclude")
                exclude = entry.Value;
            else if (entry.Key.Value == "zip")
                factors.Add(Zip(entry.Value));
            else
                factors.Add(new Factor([_reader.Read(entry)]));
        }

        Axis[] axes = [.. factors.SelectMany(factor => factor.Axes)];
        if (axes.Length == 0 && !_reader.IsBroken)
            _reader.Refuse(
                DiagnosticCatalog.WrongShape, node,
                $"The matrix must be a mapping from axes to their values; found {(include ?? exclude) switch
                {
                    null => AxisReader.Found(node),
                    _ => "no axis in it. A list of whole combinations is zip",
                }}.");
        CheckSize(node, factors, axes);
        var points = _reader.IsBroken ? [] : Combine(node, factors, axes, include, exclude);
        return _reader.IsBroken ? new Matrix(true, true, axes, [OfAny(node, axes)]) : new Matrix(true, false, axes, points);
    }

    private Factor Zip(YamlNode node)
    {
        if (node is not YamlMapping { Entries.Count: > 0 } mapping)
        {
            _reader.Refuse(
                DiagnosticCatalog.WrongShape, node,
                $"zip must be a mapping from axes to values that are walked together; found {AxisReader.Found(node)}.");
            return new Factor([]);
        }

        var axes = mapping.Entries.Select(_reader.Read).ToList();
        for (int i = 1; i < axes.Count && !_reader.IsBroken; i++)
        {
            if (axes[i].Values.Count != axes[0].Values.Count)
                _reader.Refuse(
                    DiagnosticCatalog.WrongShape, mapping.Entries[i].Value,
                    $"Axes in zip are walked together, so they must be equally long: {Words.Quote(axes[0].Name)} has "
                    + $"{axes[0].Values.Count} values and {Words.Quote(axes[i].Name)} has {axes[i].Values.Count}.");
        }

        return new Factor(axes);
    }

    private void CheckSize(YamlNode node, List<Factor> factors, Axis[] axes)
    {
        foreach (var axis in axes.GroupBy(axis => axis.Name).Where(group => group.Skip(1).Any()).Select(group => group.Last()))
            Refuse(DiagnosticCatalog.DuplicateName, axis.Range, $"The axis {Words.Quote(axis.Name)} stands both in zip and beside it.");
        if (axes.Length > Limits.Axes)
            _reader.Refuse(
                DiagnosticCatalog.ExpansionLimit, node,
                $"The matrix has {axes.Length} axes; at most {Limits.Axes} are allowed.");
        double combinations = _reader.IsBroken ? 0 : factors.Aggregate(1.0, (product, factor) => product * factor.Count);
        if (combinations > Limits.Combinations)
            _reader.Refuse(
                DiagnosticCatalog.ExpansionLimit, node,
                $"The matrix has {Words.Number(combinations)} combinations; at most {Limits.Variants} variants are allowed, and "
                + $"{Limits.Combinations} combinations before exclude.");
    }

    private List<MatrixPoint> Combine(YamlNode node, List<Factor> factors, Axis[] axes, YamlNode? include, YamlNode? exclude)
    {
        var combinations = new Combinations(axes, _reader);
        var points = combinations.Exclude(Product(node, factors), exclude);
        combinations.Include(points, include);
        if (points.Count > Limits.Variants)
            _reader.Refuse(
                DiagnosticCatalog.ExpansionLimit, node,
                $"The matrix has {points.Count} variants; at most {Limits.Variants} are allowed.");
        else if (points.Count == 0 && !_reader.IsBroken)
            _reader.Refuse(DiagnosticCatalog.NothingSelected, exclude!, "exclude leaves no variant.");
        return points;
    }

    private static List<MatrixPoint> Product(YamlNode node, List<Factor> factors)
    {
        List<MatrixPoint> points = [MatrixPoint.None(node.Range)];
        foreach (var factor in factors)
        {
            points = points.SelectMany(point => Enumerable.Range(0, factor.Count).Select(i =>
                factor.Axes.Aggregate(point, (extended, axis) => extended.With(axis.Name, axis.Values[i])))).ToList();
        }

        return points;
    }

    /// <summary>Stands for every combination of a broken matrix: the axes are known, their values are not.</summary>
    private static MatrixPoint OfAny(YamlNode node, Axis[] axes) =>
        new(
            "", node.Range,
            axes.GroupBy(axis => axis.Name).ToDictionary(group => group.Key, _ => (MatrixValue?)null, StringComparer.Ordinal));

    private void Refuse(DiagnosticRule rule, TextRange range, string message) => _reader.Refuse(rule, new YamlSequence([], range), message);
}
