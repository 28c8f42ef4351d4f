using System.Numerics;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Layers;

/// <summary>The gradients of an experiment's activations, the input's included, and who writes which.</summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed class Backpropagation<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ExperimentDefinition _experiment;
    private readonly BlockedMatrix<T>[] _gradients;
    private readonly BlockedMatrix<T> _scratch;
    private readonly GradientProduct<T> _product;
    private readonly Observation<T> _input;

    /// <summary>The gradients' memory.</summary>
    public Backpropagation(ExperimentDefinition experiment, LayerMemory<T> memory, WorkerTeam team, TensorDraw draw, VectorWidth width)
    {
        _experiment = experiment;
        _gradients = [memory.Gradient(experiment.Features), .. experiment.Layers.Select(layer => memory.Gradient(layer.FanOut))];
        _scratch = memory.GradientScratch();
        var dense = experiment.Layers.Where(layer => layer.Kind == LayerDefinition.Dense);
        _product = new(team, width, experiment.Batch, dense.Select(layer => (layer.FanIn, layer.FanOut)));
        _input = Observation<T>.For("gradients", "the input", experiment.Gradients ?? new(1, null))!;
        Upstream = new(_gradients[^1], "upstream", draw);
    }

    /// <summary>dL/dz of the last layer.</summary>
    public InputLayer<T> Upstream { get; }

    /// <summary>Statistics of dL/dx.</summary>
    public ObservedTensor InputStatistics => _input.Statistics;

    /// <summary>Whether the way back goes without weights' and biases' gradients, which stay as they are.</summary>
    public bool LeavesParameters
    {
        get => _product.IsPaused;
        set => _product.IsPaused = value;
    }

    /// <summary>To be called when layers have come to the end of their way back: what several threads do of dW and db.</summary>
    public void CompleteParameters() => _product.Complete();

    /// <summary>Measures dL/dx as it is now.</summary>
    public void ObserveInput(TensorObserver<T> observer) => _input.Observe(observer, _gradients[0].View());

    /// <summary>dL/dz of a layer, from 1; of the input for 0.</summary>
    public BlockedMatrix<T> Of(int layer) => _gradients[layer];

    /// <summary>The way through a layer.</summary>
    /// <param name="index">From 0: its input is the output of layer number <paramref name="index"/>, counted from 1.</param>
    public LayerGradients<T> ThroughLayer(int index)
    {
        var skip = _experiment.Layers[index].Skip;
        return new(
            _gradients[index + 1],
            _gradients[index],
            IsReadAfter(index, index),
            skip is { } skipped ? _gradients[skipped] : null,
            skip is { } again && IsReadAfter(again, index),
            _scratch,
            _product);
    }

    /// <inheritdoc/>
    public void Dispose() => _product.Dispose();

    /// <summary>Whether a layer after this one reads an output as well: then it has set the gradient before.</summary>
    private bool IsReadAfter(int output, int index) => _experiment.Layers.Skip(index + 1).Any(layer => layer.Skip == output);
}
