using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Experiments;

/// <summary>The way back.</summary>
public abstract partial class Experiment<T>
{
    private readonly Backpropagation<T>? _back;
    private readonly BackwardPass? _backward;
    private readonly Action _sendBack;
    private bool _leavesInput;
    private bool _wantsInput;

    /// <summary>The pretended dL/dz of the last layer, Batch × FanOut.</summary>
    /// <exception cref="InvalidOperationException">The experiment has no backward pass.</exception>
    public InputLayer<T> Upstream => Back.Upstream;

    /// <summary>
    /// dL/dx, Batch × Features, as of the last Backward. No parameter's gradient needs it, and it costs a product as large as another
    /// layer's: Backward leaves it to who asks for it, which are Observe and the first to read this; from then on it computes it itself.
    /// </summary>
    /// <exception cref="InvalidOperationException">The experiment has no backward pass.</exception>
    public BlockedMatrix<T> InputGradients
    {
        get
        {
            var gradients = Back.Of(0);
            _wantsInput = true;
            CompleteInputGradients();
            return gradients;
        }
    }

    private Backpropagation<T> Back => _back
        ?? throw new InvalidOperationException(
            $"{_definition.Id} has no backward pass: write 'backward: {{ upstream: normal }}' in the YAML.");

    /// <inheritdoc/>
    public virtual void Backward()
    {
    }

    /// <summary>
    /// Emitted, the last layer first: the gradients of these layers' outputs and parameters. In one call stand layers whose weights all
    /// stay in the second-level cache.
    /// </summary>
    protected void BackwardThrough(ReadOnlySpan<ILayer> layers)
    {
        _leavesInput = !_wantsInput && layers[^1] == _layers[0] && layers[^1].KeepsItsWay;
        _backward!.Through(layers, _leavesInput);
    }

    /// <summary>Emitted, the last layer first: the gradients of one layer's output and parameters.</summary>
    protected void BackwardThrough(ILayer layer) => BackwardThrough([layer]);

    /// <summary>Collects the statistics of dL/dx. Emitted.</summary>
    protected void ObserveInputGradients()
    {
        CompleteInputGradients();
        Back.ObserveInput(_observer);
    }

    /// <summary>Emitted where <c>jacobian</c> is observed: probes what each layer and those after it do to small changes.</summary>
    protected void ObserveJacobian()
    {
        CompleteInputGradients();
        _jacobian!.Run(_sendBack);
        for (var layer = 0; layer < _layers.Count; layer++)
        {
            var (mean, spread) = _jacobian.Of(layer);
            _layers[layer].SetJacobian(mean, spread);
        }
    }

    private void CompleteInputGradients()
    {
        if (!_leavesInput || _disposed)
            return;
        _leavesInput = false;
        _backward!.ToInput(_layers[0]);
    }

    /// <summary>Without the gradients of parameters.</summary>
    private void SendBack()
    {
        Back.LeavesParameters = true;
        for (var layer = _layers.Count - 1; layer >= 0; layer--)
            _backward!.Through([_layers[layer]], leavesInput: false);
        Back.LeavesParameters = false;
    }
}
