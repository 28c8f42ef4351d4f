using FanIn.Runtime.Experiments;
using static FanIn.Experiments.Tests.Reproductions.PublishedNumber;

namespace FanIn.Experiments.Tests.Reproductions;

/// <summary>
/// One input, many draws of the weights. With He's weights E q_l = 2, and E(q_l/2)² = (1 + 2/n)(1 + 5/n)^(l−1): 2 is the variance of the
/// square of a normal number, 5 that of (√2 relu)², from layer to layer independent.
/// </summary>
internal static class SingleInput
{
    private const int Seeds = 20_000;
    private const int Width = 20;

    public static IReadOnlyList<PublishedNumber> Hanin()
    {
        var entry = ExperimentCatalog.All.Single(entry => entry.Definition.Id == "hanin-2018");
        int layers = entry.Definition.Layers.Count;
        var sums = new (double Mean, double Square, double Fourth)[layers];
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            using var experiment = entry.Create(new ExperimentOptions(seed));
            var result = experiment.Run();
            for (int layer = 0; layer < layers; layer++)
            {
                var a = result.Layers[layer].PreActivations!;
                double size = (a.Mean * a.Mean + a.Std * a.Std) / 2;
                sums[layer].Mean += size / Seeds;
                sums[layer].Square += size * size / Seeds;
                sums[layer].Fourth += size * size * size * size / Seeds;
            }
        }

        return
        [
            .. sums.Select((sum, layer) => About(
                FormattableString.Invariant($"mean of q/2 in layer {layer + 1}, {Seeds} networks"), "He's weights keep it", "1",
                1, 5 * Math.Sqrt((sum.Square - sum.Mean * sum.Mean) / Seeds), sum.Mean)),
            .. sums.Select((sum, layer) => Law(layer, sum.Square, Math.Sqrt((sum.Fourth - sum.Square * sum.Square) / Seeds))),
        ];
    }

    private static PublishedNumber Law(int layer, double square, double error)
    {
        double law = (1 + 2.0 / Width) * Math.Pow(1 + 5.0 / Width, layer);
        return About(
            FormattableString.Invariant($"mean of (q/2)² in layer {layer + 1}"), "exponential in Σ 1/n (abstract)",
            FormattableString.Invariant($"(1 + 2/n)(1 + 5/n)^{layer} = {law:F3}"), law, 5 * error, square);
    }
}
