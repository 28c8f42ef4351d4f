using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Experiments;

/// <summary>The base of every generated experiment.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>: the dtype of tensors and arithmetic.</typeparam>
public abstract class Experiment<T> : IExperiment
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Sets the experiment up; buffers are allocated by AddInput and AddDense, once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed does not fit the stream (numpy-legacy: below 2³²), or threads is below 1.</exception>
    protected Experiment(ExperimentDefinition definition, ulong seed, RandomStream stream, int threads) => throw new NotImplementedException();

    ExperimentDefinition IExperiment.Definition => throw new NotImplementedException();

    /// <inheritdoc/>
    public ulong Seed => throw new NotImplementedException();

    /// <inheritdoc/>
    public RandomStream Stream => throw new NotImplementedException();

    /// <summary>The input x, Batch × Features.</summary>
    public InputLayer<T> Input => throw new NotImplementedException();

    /// <summary>Adds the next dense layer, fed by the one before (the first by the input); its numbers come from the definition's next layer.</summary>
    protected DenseLayer<T, TActivation> AddDense<TActivation>(TActivation activation)
        where TActivation : struct, IActivation => throw new NotImplementedException();

    /// <summary>Puts the stream back to its start. Emitted as the first statement of Draw.</summary>
    protected void RestartStream() => throw new NotImplementedException();

    /// <summary>Sends blocks of rows through the whole network, one block after the other, shared among the threads (depth first).</summary>
    protected void ForEachBlock() => throw new NotImplementedException();

    /// <summary>Emitted for depth-first experiments: all layers for one block of rows.</summary>
    protected virtual void ForwardBlock(int block) => throw new NotSupportedException();

    /// <summary>Emitted for layer-by-layer experiments: one layer for all blocks, shared among the threads.</summary>
    protected void ForEachBlock(IDenseLayer layer) => throw new NotImplementedException();

    /// <inheritdoc/>
    public abstract void Draw();

    /// <inheritdoc/>
    public abstract void Forward();

    /// <inheritdoc/>
    public abstract void Observe();

    /// <inheritdoc/>
    public ExperimentResult Run() => throw new NotImplementedException();

    /// <inheritdoc/>
    public ExperimentResult ToResult() => throw new NotImplementedException();

    /// <inheritdoc/>
    public IReadOnlyList<ExpectationFailure> CheckExpectations() => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
