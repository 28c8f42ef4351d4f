using FanIn.Dsl.Advice;
using FanIn.Dsl.Model;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Advising;

/// <summary>Variants of a file that differ in their initialisers alone, and one advice for all.</summary>
/// <param name="Variants">The variants with their networks.</param>
/// <param name="Advice">Null where theory says nothing of the network.</param>
internal sealed record AdvisedNetwork(IReadOnlyList<(Variant Variant, NetworkSketch Sketch)> Variants, InitialisationAdvice? Advice)
{
    private const string Own = "its activation is a type of your own, which is known to the run alone";

    /// <summary>The networks of a file, in the order in which they first appear.</summary>
    /// <param name="experiment">The file.</param>
    /// <param name="data">Gives the moments of data that is in files.</param>
    public static IReadOnlyList<AdvisedNetwork> Of(Experiment experiment, Func<DataSet, InputSketch?> data)
    {
        var sketches = new NetworkSketches { Data = data };
        return
        [
            .. experiment.Variants.Select(variant => (Variant: variant, Sketch: sketches.Sketch(variant)))
                .GroupBy(pair => (pair.Sketch.Shape(), Activations(pair.Variant)))
                .Select(group => new AdvisedNetwork([.. group], Advise([.. group]))),
        ];
    }

    /// <summary>Why there is no advice.</summary>
    public string Reason => Variants[0].Variant.Layers.FirstOrDefault(HasOwnActivation) is { } layer ? $"{layer.Name}: {Own}"
        : NetworkPredictor.Predict(Variants[0].Sketch.Shape()).Obstacle ?? "";

    /// <summary>Whether there is anything to initialise.</summary>
    public bool HasWeights => Variants[0].Variant.DenseLayers.Count > 0;

    private static InitialisationAdvice? Advise(IReadOnlyList<(Variant Variant, NetworkSketch Sketch)> variants)
    {
        if (variants[0].Variant.DenseLayers.Count == 0 || variants[0].Variant.Layers.Any(HasOwnActivation))
            return null;

        // Where one of them has a random bias, the advice must say what becomes of it.
        var biased = variants.Where(pair => pair.Sketch.DenseLayers().Any(layer => layer.Bias is { IsConstant: false }));
        return Advisor.Advise(biased.Concat(variants).First().Sketch);
    }

    private static string Activations(Variant variant) =>
        string.Join(", ", variant.Layers.Select(layer => layer.Activation()?.Written ?? layer.Kind));

    private static bool HasOwnActivation(Layer layer) => layer.Activation()?.Own is not null;
}
