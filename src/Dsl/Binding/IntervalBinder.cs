using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;
using Range = FanIn.Dsl.Model.Range;

namespace FanIn.Dsl.Binding;

/// <summary>Reads <c>[low, high]</c>.</summary>
internal static class IntervalBinder
{
    public static Range? Bind(ValueReader reader, YamlNode? node, string what, string expected = "[low, high]")
    {
        if (reader.Resolve(node) is not { } found)
            return null;
        if (found is not YamlSequence { Items.Count: 2 } list)
        {
            string kind = found is YamlSequence other ? $"a list of {other.Items.Count}" : found.Kind;
            reader.Bag.Add(DiagnosticCatalog.WrongShape, found.Range, $"{what} must be {expected}; found {kind}.");
            return null;
        }

        var low = reader.Number(list.Items[0], reader.Scope, $"the low end of {what}");
        var high = reader.Number(list.Items[1], reader.Scope, $"the high end of {what}");
        if (low is null || high is null)
            return null;
        if (low.Value < high.Value)
            return new Range(low, high);
        reader.Bag.Add(
            DiagnosticCatalog.EmptyInterval, list.Range,
            $"The low end of {what} must be below the high end; found [{Words.Number(low.Value)}, {Words.Number(high.Value)}].");
        return null;
    }
}
