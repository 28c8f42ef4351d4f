using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Binding;

/// <summary>Gives each variant its id and its C# name, and finds those that clash.</summary>
internal static class VariantNaming
{
    public static IReadOnlyList<(MatrixPoint Point, VariantNames Names, bool HasClash)> Name(
        Matrix matrix, ExperimentName? name, DiagnosticBag bag)
    {
        string experiment = name?.Name ?? "";
        string outer = name?.ClassName ?? "";
        if (!matrix.Exists || matrix.IsBroken)
            return [(matrix.Points[0], new VariantNames(experiment, "", outer, [outer]), false)];

        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        return matrix.Points.Select(point =>
        {
            string className = CSharpName.From(point.Label);
            bool clashes = Clashes(point, className, outer, taken, bag);
            if ($"{experiment}/{point.Label}".Length > Limits.IdLength)
                bag.Add(
                    DiagnosticCatalog.ExpansionLimit, point.Range,
                    $"The id {Words.Quote($"{experiment}/{point.Label}")} is longer than {Limits.IdLength} characters.");
            return (point, new VariantNames($"{experiment}/{point.Label}", point.Label, className, [outer, className]), clashes);
        }).ToList();
    }

    private static bool Clashes(MatrixPoint point, string className, string outer, Dictionary<string, string> taken, DiagnosticBag bag)
    {
        string? reason = CSharpName.ReservedMembers.Contains(className) ? "a member that every experiment has"
            : className == outer ? "the name of the class around it"
            : taken.TryGetValue(className, out string? other) ? $"that of the variant '{other}'"
            : null;
        if (reason is null)
        {
            taken.Add(className, point.Label);
            return false;
        }

        bag.Add(
            DiagnosticCatalog.CSharpClash, point.Range,
            $"The variant {Words.Quote(point.Label)} would become the C# class {className}, which is {reason}. Give its value another "
            + "label.");
        return true;
    }
}
