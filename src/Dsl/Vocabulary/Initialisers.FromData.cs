using FanIn.Dsl.Model;

namespace FanIn.Dsl.Vocabulary;

/// <summary>Initialisers that send the drawn input through the layers before.</summary>
internal static partial class Initialisers
{
    private static IEnumerable<InitialiserEntry> FromData() =>
    [
        new(
            "lsuv",
            Names(),
            Takes(
                AtLeast(0, "tolerance", "0.1", "How far from 1 the variance may stay."),
                AtLeast(0, "max_iterations", "10", "How often the weights are divided by the std at most.")),
            _ => new(InitialiserKind.Orthogonal, new([new("gain", "1")]))
            {
                Calibration = new("ScaleToUnitVariance", new([new("tolerance", "tolerance"), new("maxIterations", "max_iterations")])),
            },
            "Orthogonal, then divided by the std of the layer's pre-activations over the input until that is 1.")
        {
            Place = InitialiserPlace.Weights,
            Source = "Mishkin and Matas 2016, All you need is a good init, Algorithm 1.",
        },
        new(
            "data_dependent",
            Names(),
            Takes(ParameterEntry.OfFlag("centre", true, "Set the bias as well, so that each unit's mean is 0; the layer must have one.")),
            choice => InitialiserPlan.Normal("1") with
            {
                Reported = null,
                Calibration = new("StandardiseUnits", new([]))
                {
                    Switches = new([new("centre", choice.Is("centre"))]),
                    SetsBias = choice.Is("centre"),
                },
            },
            "Normal, then each unit's pre-activations over the input get mean 0 and std 1, by its weights and bias.")
        {
            Place = InitialiserPlace.Weights,
            Source = "Krähenbühl et al. 2016, Data-dependent initializations of convolutional neural networks, §3.1.",
        },
    ];
}
