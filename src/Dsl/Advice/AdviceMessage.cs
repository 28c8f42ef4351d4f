using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>Writes warnings: what was found, in which variants, what cures it, and how to allow it.</summary>
internal sealed class AdviceMessage(NetworkForecast forecast, IReadOnlyList<Variant> variants)
{
    private const int MostListed = 12;
    private const int MostPatterns = 6;

    private readonly Cures _cures = new(forecast);

    /// <summary>The message for what was found of one kind at one place of the file.</summary>
    public string Write(FindingEntry entry, IReadOnlyList<Sighting> sightings)
    {
        var worst = sightings.OrderBy(sighting => sighting.Site.Number).ThenByDescending(Severity).First();
        var others = sightings.GroupBy(sighting => sighting.Variant.Id).Select(group => group.First())
            .Where(sighting => sighting.Variant != worst.Variant).ToList();
        int layers = sightings.Count(sighting => sighting.Variant == worst.Variant);
        string where = worst.Variant.Label.Length == 0 ? "" : $", in {worst.Variant.Label}";
        string also =
            others.Count == 0 ? "" : $"; also in {string.Join(", ", others.Take(MostListed).Select(other => Short(other, worst)))}";
        string more = others.Count > MostListed ? $" and {others.Count - MostListed} more" : "";
        return $"{Found(worst, layers)}{where}{also}{more}. {_cures.Of(worst)} Meant? Write allow: [{Allowance(entry, sightings)}].";
    }

    /// <summary>How far beyond its threshold, on a log scale.</summary>
    private static double Severity(Sighting sighting)
    {
        var finding = sighting.Finding;
        return finding.Threshold == 0 ? 0 : finding.Value == 0 ? double.MaxValue : Math.Abs(Math.Log(finding.Value / finding.Threshold));
    }

    private static string Found(Sighting sighting, int count)
    {
        var (finding, layers) = (sighting.Finding, sighting.Network.Layers);
        string layer = sighting.Site.Count == 1
            ? $"'{finding.Layer}'"
            : $"'{finding.Layer}' (layer {sighting.Site.Number} of {sighting.Site.Count})";
        string value = Words.Rounded(finding.Value);
        string First() => layers.First(other => other.Depth == 0).Name;
        string Last() => layers.Last(other => other is { Depth: 0, GradientRms: not null }).Name;
        return finding.Kind switch
        {
            FindingKind.VanishingSignal => $"The signal vanishes: rms z of {layer} is {value} of that of '{First()}' (limit 1/20)",
            FindingKind.ExplodingSignal => $"The signal explodes: rms z of {layer} is {value} times that of '{First()}' (limit 20)",
            FindingKind.Saturation =>
                $"Saturation: {Percent(finding)} of the pre-activations of {layer} lie where the slope is below 5 % of its "
                + "largest (limit 25 %)",
            FindingKind.VanishingGradient => $"The gradient vanishes: rms dL/da of {layer} is {value} of that of '{Last()}' (limit 1/20)",
            FindingKind.ExplodingGradient => $"The gradient explodes: rms dL/da of {layer} is {value} times that of '{Last()}' (limit 20)",
            FindingKind.IndistinguishableInputs => $"Inputs become alike: their correlation in {layer} is 1 - {value} (limit 1 - 0.005)",
            FindingKind.Chaotic => $"Chaotic: at {layer} inputs next to each other have come apart by a factor of {value} (limit 20)",
            FindingKind.DeadUnits => $"Dead units: {Percent(finding)} of {layer} answer no input (limit 33 %)",
            _ => $"All units of {layer} are one "
                + $"unit{(count > 1 ? $" (so are those of {count - 1} more of its layers)" : "")}: all weights are the "
                + "same number",
        };
    }

    private static string Percent(Finding finding) => $"{Words.Rounded(100 * finding.Value)} %";

    private static string Short(Sighting sighting, Sighting worst)
    {
        string layer = sighting.Finding.Layer == worst.Finding.Layer ? "" : $"{sighting.Finding.Layer}: ";
        string value = worst.Finding.Kind switch
        {
            FindingKind.SymmetricUnits => "",
            FindingKind.Saturation or FindingKind.DeadUnits => Percent(sighting.Finding),
            _ => Words.Rounded(sighting.Finding.Value),
        };
        return layer.Length + value.Length == 0 ? sighting.Variant.Label : $"{sighting.Variant.Label} ({layer}{value})";
    }

    private string Allowance(FindingEntry entry, IReadOnlyList<Sighting> sightings)
    {
        var labels = sightings.Select(sighting => sighting.Variant.Label).Distinct(StringComparer.Ordinal).ToList();
        var globs = labels.Count == variants.Count ? null : VariantGlobs.Of(labels, [.. variants.Select(variant => variant.Label)]);
        return globs is null or { Count: > MostPatterns }
            ? $"{{ id: {entry.Name} }}"
            : string.Join(", ", globs.Select(glob => $"{{ id: {entry.Name}, for: \"{glob}\" }}"));
    }
}
