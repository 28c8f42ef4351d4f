using System.Globalization;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Binding;

/// <summary>A layer after repeat: its names, and where to point for them. HasClash: another thing has its C# name.</summary>
internal sealed record NamedLayer(LayerStep Step, string Name, string Path, string PropertyName, bool HasClash);

/// <summary>Numbers the layers, and finds names that clash.</summary>
internal static class LayerNames
{
    /// <param name="steps">The layers after repeat; one without a readable name counts as a clash.</param>
    /// <param name="enclosing">The C# classes around the layers' properties.</param>
    /// <param name="bag">Takes the clashes.</param>
    public static IReadOnlyList<NamedLayer> Number(IReadOnlyList<LayerStep> steps, IReadOnlyList<string> enclosing, DiagnosticBag bag)
    {
        var counts = steps.Where(step => step.WrittenName is not null)
            .GroupBy(step => step.WrittenName!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var byName = new Dictionary<string, LayerItem>(StringComparer.Ordinal);
        var byProperty = new Dictionary<string, string>(StringComparer.Ordinal);
        var layers = new List<NamedLayer>();
        foreach (var step in steps)
        {
            if (step.WrittenName is not { } written)
            {
                layers.Add(new NamedLayer(step, "", "", "", HasClash: true));
                continue;
            }

            numbers.TryGetValue(written, out int before);
            numbers[written] = before + 1;
            string number = (before + 1).ToString(CultureInfo.InvariantCulture);
            string name = counts[written] == 1 ? written : written + number;
            string property = CSharpName.From(name);
            bool clashes = Clashes(step.Item, name, property, byName, byProperty, enclosing, bag);
            layers.Add(new NamedLayer(step, name, $"{written}/{number}", property, clashes));
        }

        return layers;
    }

    private static bool Clashes(
        LayerItem item,
        string name,
        string property,
        Dictionary<string, LayerItem> byName,
        Dictionary<string, string> byProperty,
        IReadOnlyList<string> enclosing,
        DiagnosticBag bag)
    {
        if (byName.TryGetValue(name, out var other))
        {
            bag.Add(
                DiagnosticCatalog.DuplicateName, item.NameRange,
                $"Numbering makes two layers {Words.Quote(name)}, this one and that of line {other.NameRange.From.Line + 1}. Give one "
                + "of them another name.");
            return true;
        }

        byName.Add(name, item);
        string? taken = CSharpName.ReservedMembers.Contains(property) ? "a member that every experiment has"
            : enclosing.Contains(property) ? "the name of the class around it"
            : byProperty.TryGetValue(property, out string? first) ? $"that of the layer '{first}'"
            : null;
        if (taken is null)
        {
            byProperty.Add(property, name);
            return false;
        }

        bag.Add(
            DiagnosticCatalog.CSharpClash, item.NameRange,
            $"The layer {Words.Quote(name)} would become the C# property {property}, which is {taken}. Give it another name.");
        return true;
    }
}
