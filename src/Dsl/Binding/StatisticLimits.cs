using System.Globalization;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>What is expected of a statistic: <c>{ min: 0.1, max: 0.3 }</c> or <c>{ near: 0.2131, within: 0.3 % }</c>.</summary>
/// <param name="Min">Null: no lower end.</param>
/// <param name="Max">Null: no upper end.</param>
/// <param name="Near">Null where the ends are written.</param>
/// <param name="Within">As the file has it, without spaces around it; empty where the ends are written.</param>
internal sealed record StatisticLimits(BoundFormula? Min, BoundFormula? Max, BoundFormula? Near = null, string Within = "")
{
    /// <summary>Null, and reported, where nothing can be expected.</summary>
    public static StatisticLimits? Bind(ValueReader reader, YamlEntry entry)
    {
        if (reader.Mapping(entry.Value, Keys.Interval) is not { } fields)
            return null;
        bool hasEnds = fields["min"] is not null || fields["max"] is not null;
        bool isNear = fields["near"] is not null || fields["within"] is not null;
        if (hasEnds && isNear)
        {
            reader.Bag.Add(
                DiagnosticCatalog.WrongShape, fields.Range,
                $"The limits of {entry.Key.Value} are either min and max or near and within; found "
                + $"{Words.List(fields.Entries.Select(field => field.Key.Value))}.");
            return null;
        }

        return isNear ? Around(reader, entry.Key.Value, fields) : Ends(reader, entry.Key.Value, fields);
    }

    private static StatisticLimits? Ends(ValueReader reader, string statistic, Fields fields)
    {
        var min = fields["min"] is { } low ? reader.Number(low, reader.Scope, "min") : null;
        var max = fields["max"] is { } high ? reader.Number(high, reader.Scope, "max") : null;
        if (fields["min"] is null && fields["max"] is null)
            reader.Bag.Add(
                DiagnosticCatalog.MissingKey, fields.Range, $"The limits of {statistic} need min, max or both, or near with within.");
        else if (min?.Value > max?.Value)
            reader.Bag.Add(
                DiagnosticCatalog.EmptyInterval, fields.Range,
                $"min must not be above max; found min = {Words.Number(min!.Value)}, max = {Words.Number(max!.Value)}.");
        return min is null && max is null ? null : new StatisticLimits(min, max);
    }

    private static StatisticLimits? Around(ValueReader reader, string statistic, Fields fields)
    {
        if (fields["near"] is null || fields["within"] is null)
        {
            reader.Bag.Add(
                DiagnosticCatalog.MissingKey, fields.Range,
                $"The limits of {statistic} need both near and within, as in {{ near: 0.2131, within: 0.3 % }}.");
            return null;
        }

        var near = reader.Number(fields["near"], reader.Scope, "near");
        var written = reader.Text(fields["within"], "within", "a number, a formula or a percentage of near");
        var within = written is null ? null : reader.Number(written.WithoutPercent, reader.Scope, "within", 0);
        if (near is null || within is null)
            return null;
        var distance = written!.IsPercentage ? Percent(near, within) : within;
        return new StatisticLimits(Sum(near, '-', distance), Sum(near, '+', distance), near, written.Value);
    }

    private static BoundFormula Percent(BoundFormula near, BoundFormula percent)
    {
        var share = new BinaryNode('/', percent.Tree, new NumberNode(100, "100"));
        var size = new CallNode("abs", new([near.Tree]));
        return new BoundFormula(percent.Written, new BinaryNode('*', share, size), percent.Value / 100 * Math.Abs(near.Value));
    }

    private static BoundFormula Sum(BoundFormula near, char sign, BoundFormula distance) => new(
        string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", near.Written, sign, distance.Written),
        new BinaryNode(sign, near.Tree, distance.Tree),
        sign == '-' ? near.Value - distance.Value : near.Value + distance.Value);
}
