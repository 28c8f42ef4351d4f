using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Binding;

/// <summary>Whether what <c>observe</c> chooses besides tensors has a value in a network like this.</summary>
internal static class DiagnosticsCheck
{
    public static void Report(ValueReader reader, Observed observed, BoundLayers layers, InputParts input, bool hasBackward)
    {
        foreach (var (diagnostic, range) in observed.Diagnostics)
        {
            if (Objection(diagnostic, layers, input, hasBackward) is { } objection)
                reader.Bag.Add(DiagnosticCatalog.Unsuitable, range, objection);
        }
    }

    private static string? Objection(DiagnosticEntry diagnostic, BoundLayers layers, InputParts input, bool hasBackward)
    {
        if (diagnostic.NeedsBackward && !hasBackward)
            return $"The {diagnostic.Name} needs a backward pass: write backward: {{ upstream: normal }}.";
        switch (diagnostic.Name)
        {
            case "jacobian" when layers.Kinds.FirstOrDefault(layer => layer.Value == "batch_norm").Key is { } name:
                return $"With batch_norm ('{name}') a sample's output depends on the other samples: there is no jacobian of one sample.";
            case "linearity" when input is { Batch: { } batch, Features: { } features } && batch <= features + 1:
                return "The linear share of a layer needs more samples than features, by 2 at least: "
                    + $"found batch = {batch}, features = {features}.";
            case "saturation" or "similarity" when layers.Names.Count > 0 && !layers.Kinds.Values.Any(HasPreActivations):
                return $"There is no {diagnostic.Name} here: "
                    + "neither a dense layer nor an activation has anything to apply an activation to.";
            default:
                return null;
        }
    }

    /// <summary>Whether layers of a kind apply an activation.</summary>
    public static bool HasPreActivations(string kind) => kind is LayerKinds.Dense or LayerKinds.Activation;
}
