using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>The input's parts, as far as they could be read.</summary>
internal sealed record InputParts(int? Batch, int? Features, Initialiser? Distribution)
{
    /// <summary>Whether it comes from data instead of a distribution.</summary>
    public bool IsData { get; init; }

    public Input? Whole => Batch is { } batch && Features is { } features && (IsData || Distribution is not null)
        ? new Input(batch, features, Distribution)
        : null;
}

/// <summary>Reads <c>input</c>.</summary>
internal static class InputBinder
{
    public static InputParts Bind(ValueReader reader, YamlNode? node)
    {
        if (reader.Mapping(node, Keys.Input) is not { } fields)
            return new InputParts(null, null, null);
        int? batch = reader.Integer(fields["batch"], reader.Scope, "batch", 1, (int)Limits.TensorElements);
        int? features = reader.Integer(fields["features"], reader.Scope, "features", 1, (int)Limits.TensorElements);
        if ((long?)batch * features > Limits.TensorElements)
            reader.Bag.Add(
                DiagnosticCatalog.TensorLimit, fields["features"]!.Range,
                $"The input would have {batch} × {features} elements; at most {Limits.TensorElements} are allowed.");
        var distribution = fields["distribution"] ?? new YamlScalar("normal", isPlain: true, null, new SourceText(""), fields.Range);
        var place = new TensorPlace("the input", reader.RunScope, null, new("input", ""));
        return new InputParts(batch, features, InitialiserBinder.Bind(reader, distribution, place)?.Initialiser);
    }
}
