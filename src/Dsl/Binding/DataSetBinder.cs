using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads <c>data</c>.</summary>
internal static class DataSetBinder
{
    public static DataSet? Bind(ValueReader reader, YamlNode node)
    {
        if (Choice.Read(reader, node, "data") is not { } choice || reader.Entry(choice.Name, Lexicon.DataSets) is not { } entry)
            return null;
        var given = choice.Numbers ?? new YamlMapping([], choice.Name.Range);
        if (entry.Keys is null)
        {
            foreach (var key in given.Entries.Select(pair => pair.Key))
                reader.Bag.Add(
                    DiagnosticCatalog.UnknownKey, key.Range,
                    $"{Words.Quote(entry.Name)} has no key {Words.Quote(key.Value)}; it takes nothing.");
            return new OpticalDigitsData();
        }

        var fields = KeyCheck.Check(given, entry.Keys, [], reader.Bag);
        return entry.Name == Learning.Idx ? Files(reader, fields) : Mixture(reader, fields);
    }

    private static GaussianMixtureData? Mixture(ValueReader reader, Fields fields)
    {
        int? classes = reader.Integer(fields["classes"], reader.Scope, "classes", 2, Limits.Classes);
        int? features = Features(reader, fields);
        int? samples = fields["samples"] is { } node ? reader.Integer(node, reader.Scope, "samples", 5, (int)Limits.TensorElements) : 1000;
        var separation = fields["separation"] is { } distance
            ? reader.Number(distance, reader.Scope, "separation", 0)
            : FormulaBinder.Bind(FormulaParser.Parse("4"), Scope.Constants).Bound;
        CheckSize(reader, fields, "The data", samples, features);
        CheckSize(reader, fields, "The centres of the data", classes, features);
        return classes is null || features is null || samples is null || separation is null
            ? null
            : new GaussianMixtureData(features.Value, classes.Value, samples.Value, separation);
    }

    private static IdxFilesData? Files(ValueReader reader, Fields fields)
    {
        string? images = fields["images"] is { } node ? reader.Text(node, "images", "a path")?.Value : null;
        string? labels = fields["labels"] is { } other ? reader.Text(other, "labels", "a path")?.Value : null;
        int? features = Features(reader, fields);
        int? classes = reader.Integer(fields["classes"], reader.Scope, "classes", 2, 256);
        return images is null || labels is null || features is null || classes is null
            ? null
            : new IdxFilesData(images, labels, features.Value, classes.Value);
    }

    private static void CheckSize(ValueReader reader, Fields fields, string what, int? rows, int? features)
    {
        if ((long?)rows * features > Limits.TensorElements)
            reader.Bag.Add(
                DiagnosticCatalog.TensorLimit, fields.Range,
                $"{what} would have {rows} × {features} elements; at most {Limits.TensorElements} are allowed.");
    }

    private static int? Features(ValueReader reader, Fields fields) =>
        reader.Integer(fields["features"], reader.Scope, "features", 1, (int)Limits.TensorElements);
}
