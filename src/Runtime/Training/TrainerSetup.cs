using System.Collections.Immutable;
using System.Numerics;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Training;

/// <summary>What a loop is built from: its experiment's parts.</summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed record TrainerSetup<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The whole experiment.</summary>
    public required ExperimentDefinition Experiment { get; init; }

    /// <summary>Its part that says how it is trained.</summary>
    public TrainingDefinition Training => Experiment.Training
        ?? throw new InvalidOperationException($"{Experiment.Id} is not trained: its definition has no Training.");

    /// <summary>Where the order of the samples comes from.</summary>
    public required Seed Seed { get; init; }

    /// <summary>What is minimised.</summary>
    public required LossFunction Loss { get; init; }

    /// <summary>What is learned.</summary>
    public required TrainingSamples<T> Samples { get; init; }

    /// <summary>x.</summary>
    public required BlockedMatrix<T> Input { get; init; }

    /// <summary>z of the last layer.</summary>
    public required BlockedMatrix<T> Output { get; init; }

    /// <summary>Receives dL/dz of the last layer.</summary>
    public required BlockedMatrix<T> Gradient { get; init; }

    /// <summary>What changes.</summary>
    public required IReadOnlyList<TrainedParameter<T>> Parameters { get; init; }

    /// <summary>Of the vectors.</summary>
    public required VectorWidth Width { get; init; }

    /// <summary>Sends a batch through the network.</summary>
    public required Action Forward { get; init; }

    /// <summary>And back, from the loss on.</summary>
    public required Action Backward { get; init; }

    /// <summary>Collects statistics.</summary>
    public required Action Observe { get; init; }

    /// <summary>A copy of them.</summary>
    public required Func<ImmutableArray<LayerResult>> Layers { get; init; }

    /// <summary>The network as theory sees it, with the weights that were drawn and the batch that went through it last.</summary>
    public required Func<NetworkSketch> Sketch { get; init; }
}
