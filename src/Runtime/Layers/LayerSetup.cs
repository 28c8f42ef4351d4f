using System.Numerics;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Diagnostics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Statistics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Layers;

/// <summary>What a layer is built from: its place in the experiment and what it shares with the others.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="Experiment">The whole experiment.</param>
/// <param name="Index">The layer's number, from 0.</param>
/// <param name="Input">z of the layer before.</param>
/// <param name="Skipped">Of a residual, what its branch is added to; otherwise null.</param>
/// <param name="Gradients">Where the backward pass goes; null where there is none.</param>
/// <param name="Memory">Where activations go.</param>
/// <param name="Draw">Fills parameters.</param>
/// <param name="Seed">Of the experiment's draws.</param>
/// <param name="Team">Does the work.</param>
/// <param name="Observer">Measures.</param>
/// <param name="Diagnostics">Measures what is chosen besides; null where nothing is.</param>
/// <param name="Width">Of the vectors.</param>
internal sealed record LayerSetup<T>(
    ExperimentDefinition Experiment, int Index, BlockedMatrix<T> Input, BlockedMatrix<T>? Skipped, LayerGradients<T>? Gradients,
    LayerMemory<T> Memory, TensorDraw Draw, Seed Seed, WorkerTeam Team, TensorObserver<T> Observer,
    DiagnosticTools<T>? Diagnostics, VectorWidth Width)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The layer's own part of the definition.</summary>
    public LayerDefinition Layer => Experiment.Layers[Index];
}
