using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;
using Range = FanIn.Dsl.Model.Range;

namespace FanIn.Dsl.Binding;

/// <summary>Reads bins and range.</summary>
internal static class HistogramBinder
{
    /// <summary>30 bins over [0, 1], as the chapter draws them.</summary>
    public static HistogramSpec Default { get; } = new(30, new Range(Constant("0"), Constant("1")));

    /// <summary>The histogram; what it does not say comes from the fallback. Null when it could not be read.</summary>
    public static HistogramSpec? Bind(ValueReader reader, YamlNode node, HistogramSpec fallback)
    {
        if (reader.Mapping(node, Keys.Histogram) is not { } fields)
            return null;
        int? bins = fields["bins"] is { } count ? reader.Integer(count, reader.Scope, "bins", 1, Limits.Bins) : fallback.Bins;
        var range = fallback.Range;
        if (fields["range"] is { } written)
        {
            bool isAuto = reader.Resolve(written) is YamlScalar { Value: "auto" };
            range = isAuto ? null : IntervalBinder.Bind(reader, written, "range", "[low, high] or auto");
            if (!isAuto && range is null)
                return null;
        }

        return bins is { } known ? new HistogramSpec(known, range) : null;
    }

    private static BoundFormula Constant(string number) => FormulaBinder.Bind(FormulaParser.Parse(number), Scope.Constants).Bound!;
}
