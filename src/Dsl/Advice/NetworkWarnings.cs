using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>A finding of one variant.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Network">What it was found in.</param>
/// <param name="Site">The layer where it was found.</param>
internal sealed record Sighting(Variant Variant, Finding Finding, NetworkFindings Network, LayerSite Site);

/// <summary>Reports what theory expects to go wrong in a sound file: one warning for each rule and layer of the file.</summary>
internal sealed class NetworkWarnings(DiagnosticBag bag, CancellationToken cancellation)
{
    private readonly NetworkForecast _forecast = new();
    private readonly HashSet<TextRange> _used = [];
    private bool _isWhole = true;

    /// <summary>Predicts every network, and reports what is not allowed, and allowances that there was no need for.</summary>
    /// <param name="variants">All variants of the file.</param>
    public void Report(IReadOnlyList<AdvisedVariant> variants)
    {
        var sightings = variants.SelectMany(Sightings).ToList();
        var message = new AdviceMessage(_forecast, [.. variants.Select(variant => variant.Variant)]);
        var groups = sightings.GroupBy(sighting => (sighting.Finding.Kind, Range: RangeOf(sighting)));
        foreach (var group in groups.OrderBy(group => group.Key.Kind))
        {
            cancellation.ThrowIfCancellationRequested();
            var entry = Lexicon.Findings.First(entry => entry.Kind == group.Key.Kind);
            bag.Add(entry.Rule, group.Key.Range, message.Write(entry, [.. group]));
        }

        foreach (var allowance in variants.SelectMany(variant => variant.Allowances).Where(allowance => !_used.Contains(allowance.Range)))
        {
            // What was not predicted may well be there.
            if (_isWhole)
                bag.Add(
                    DiagnosticCatalog.UnusedAllowance, allowance.Range,
                    $"Theory finds no {allowance.Finding.Name} ({allowance.Finding.Rule.Id}) here: leave the entry out.");
        }
    }

    private List<Sighting> Sightings(AdvisedVariant advised)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_forecast.Of(advised.Variant) is not { } network)
        {
            _isWhole = false;
            return [];
        }

        var sightings = new List<Sighting>();
        foreach (var finding in network.Findings)
        {
            var allowances = advised.Allowances.Where(allowance => allowance.Finding.Kind == finding.Kind).ToList();
            _used.UnionWith(allowances.Select(allowance => allowance.Range));
            if (allowances.Count == 0)
                sightings.Add(new Sighting(advised.Variant, finding, network, SiteOf(advised, finding.Layer)));
        }

        return sightings;
    }

    private static LayerSite SiteOf(AdvisedVariant advised, string layer)
    {
        for (int i = 0; i < advised.Sites.Count; i++)
        {
            if (advised.Variant.Layers[i].Name == layer)
                return advised.Sites[i];
        }

        return advised.Sites[0];
    }

    private static TextRange RangeOf(Sighting sighting) =>
        sighting.Finding.Kind == FindingKind.SymmetricUnits ? sighting.Site.Init : sighting.Site.Layer;
}
