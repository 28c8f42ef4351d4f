using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Advice;

/// <summary>A variant, and what is needed to say in the file what theory expects of it.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Sites">Where its layers stand, in their order.</param>
/// <param name="Allowances">The entries of <c>allow</c> that select it.</param>
internal sealed record AdvisedVariant(Variant Variant, IReadOnlyList<LayerSite> Sites, IReadOnlyList<Allowance> Allowances);

/// <summary>Where a layer stands in the file.</summary>
/// <param name="Layer">Its kind's key.</param>
/// <param name="Init">Its initialiser; its kind's key where it has none.</param>
/// <param name="Number">Its number among the layers of this item, from 1.</param>
/// <param name="Count">Number of these.</param>
internal sealed record LayerSite(TextRange Layer, TextRange Init, int Number, int Count);

/// <summary>An entry of <c>allow</c>.</summary>
/// <param name="Finding">What it allows.</param>
/// <param name="Range">Where it stands.</param>
internal sealed record Allowance(FindingEntry Finding, TextRange Range);
