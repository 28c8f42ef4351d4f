using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Experiments;

/// <summary>
/// Sends gradients back through layers that come one after the other. A thread alone goes layer by layer, and takes each block's part of dW
/// while its da is in the cache. Several send a block through all layers at once, then share the weights' gradients of all: they wait
/// for each other three times, whatever the depth, and a thread finds its own dz in its cache.
/// </summary>
/// <param name="team">Does the work.</param>
/// <param name="blocks">Blocks of rows.</param>
/// <param name="mostLayers">Layers of the network.</param>
/// <param name="completeParameters">What several threads do when all da are complete.</param>
internal sealed class BackwardPass(WorkerTeam team, int blocks, int mostLayers, Action completeParameters) : IParallelWork
{
    private readonly ILayer[] _layers = new ILayer[mostLayers];
    private int _count;
    private Stage _stage;
    private bool _leavesInput;

    private enum Stage
    {
        Weights,
        Blocks,
        Input,
    }

    /// <summary>Sends back what stands at the output of the first of these layers, which is the last of the network's.</summary>
    /// <param name="layers">The last layer first.</param>
    /// <param name="leavesInput">Whether the gradient of the last one's input is left for <see cref="ToInput"/>.</param>
    public void Through(ReadOnlySpan<ILayer> layers, bool leavesInput)
    {
        for (int first = 0, end; first < layers.Length; first = end)
        {
            end = first + 1;
            while (team.Threads > 1 && end < layers.Length && !layers[end].NeedsWholeBatchBack)
                end++;
            Send(layers[first..end], leavesInput && end == layers.Length);
        }
    }

    /// <summary>The gradient of a layer's input, that <see cref="Through"/> has left.</summary>
    public void ToInput(ILayer layer)
    {
        _layers[0] = layer;
        Run(Stage.Input, blocks);
    }

    /// <inheritdoc/>
    void IParallelWork.Do(int item, int worker)
    {
        if (_stage == Stage.Weights)
            _layers[item].ReadWeights();
        else if (_stage == Stage.Input)
            _layers[0].BackwardToInput(item);
        else
            SendBlock(item);
    }

    private void Send(ReadOnlySpan<ILayer> layers, bool leavesInput)
    {
        layers.CopyTo(_layers);
        (_count, _leavesInput) = (layers.Length, leavesInput);
        Run(Stage.Weights, _count);
        foreach (var layer in layers)
            layer.BeginBackward();
        Run(Stage.Blocks, blocks);
        foreach (var layer in layers)
            layer.EndBackward();
        completeParameters();
    }

    private void Run(Stage stage, int count)
    {
        _stage = stage;
        team.Run(this, count);
    }

    private void SendBlock(int block)
    {
        for (var i = 0; i < _count; i++)
        {
            _layers[i].BackwardWithin(block);
            if (i < _count - 1 || !_leavesInput)
                _layers[i].BackwardToInput(block);
        }
    }
}
