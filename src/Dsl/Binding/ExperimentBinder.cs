using FanIn.Dsl.Advice;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads a whole file: its own names, then every variant.</summary>
internal sealed class ExperimentBinder(ExperimentSource source, DiagnosticBag bag, CancellationToken cancellation)
{
    private readonly FileContext _file = new(bag, cancellation);

    /// <summary>The user's own types that were met, in the order of the text.</summary>
    public IReadOnlyList<OwnTypeUse> OwnTypes => [.. _file.OwnTypes.OrderBy(use => use.Range.Start)];

    public (Experiment? Experiment, ExperimentOutline? Outline) Bind(YamlNode root)
    {
        if (root is not YamlMapping mapping)
        {
            if (root is not YamlInvalid)
                bag.Add(
                    DiagnosticCatalog.WrongShape, root.Range,
                    $"An experiment is a mapping with the keys {Words.List(Keys.Experiment.Entries.Select(key => key.Name))}; found "
                    + $"{root.Kind}.");
            return (null, null);
        }

        var fields = KeyCheck.Check(mapping, Keys.Experiment, [], bag);
        var name = ExperimentName.Read(fields["experiment"], source.Path, bag);
        string description = Description(fields["description"]);
        var matrix = new MatrixBinder(bag).Bind(fields["matrix"], name?.Range ?? default);
        var variants = VariantNaming.Name(matrix, name, bag)
            .Select(pair => (pair.HasClash, Bound: Bind(fields, matrix, pair.Point, pair.Names)))
            .ToList();
        if (!matrix.IsBroken)
            _file.Selections.ReportUnmatched(bag);
        if (!bag.HasErrors)
            ReportUnused(matrix, fields["parameters"]);
        if (name is null)
            return (null, null);

        var outlines = matrix.IsBroken ? [] : variants.Where(variant => !variant.HasClash).Select(variant => variant.Bound.Outline);
        var outline = new ExperimentOutline(name.Name, name.ClassName, source.Path, matrix.Exists, outlines.ToEquatableArray(), name.Range);
        if (bag.HasErrors)
            return (null, outline);
        new NetworkWarnings(bag, cancellation).Report(_file.Advised);
        var whole = variants.Select(variant => variant.Bound.Variant!).ToEquatableArray();
        string hash = SourceHash.Of(root);
        return (new Experiment(name.Name, name.ClassName, description, source.Path, hash, matrix.Exists, whole), outline);
    }

    private (Variant? Variant, VariantOutline Outline) Bind(Fields fields, Matrix matrix, MatrixPoint point, VariantNames names)
    {
        cancellation.ThrowIfCancellationRequested();
        return VariantBinder.Bind(new ValueReader(_file, point, matrix.IsBroken), fields, names);
    }

    private string Description(YamlNode? node)
    {
        if (node is YamlScalar text)
            return text.Value.Trim();
        if (node is not (null or YamlInvalid))
            bag.Add(DiagnosticCatalog.WrongShape, node.Range, $"description must be text; found {node.Kind}.");
        return "";
    }

    private void ReportUnused(Matrix matrix, YamlNode? parameters)
    {
        foreach (var entry in parameters is YamlMapping { Entries: var entries } ? entries : [])
        {
            if (!_file.UsedNames.Contains(entry.Key.Value))
                bag.Add(DiagnosticCatalog.UnusedAxis, entry.Key.Range, $"No formula uses the parameter {Words.Quote(entry.Key.Value)}.");
        }

        foreach (var axis in matrix.Axes.Where(axis => !_file.UsedNames.Contains(axis.Name)))
            bag.Add(
                DiagnosticCatalog.UnusedAxis, axis.Range,
                $"Nothing uses the axis {Words.Quote(axis.Name)}: write ${axis.Name} where its value belongs.");
    }
}
