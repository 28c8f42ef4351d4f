using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Experiments;

/// <summary>
/// An experiment that can be run: what every generated class is, whatever its dtype. Input, weights and biases are 0 until Draw, or the
/// CopyFrom of a tensor, fills them.
/// </summary>
public interface IExperiment : IDisposable
{
    /// <summary>What the file says of it.</summary>
    ExperimentDefinition Definition { get; }

    /// <summary>The seed of its draws.</summary>
    Seed Seed { get; }

    /// <summary>The stream of its draws.</summary>
    RandomStream Stream { get; }

    /// <summary>The numbers that can be set without a build; what is set holds from the next Draw on.</summary>
    ExperimentSettings Settings { get; }

    /// <summary>
    /// From the next Observe on, what figures alone need is collected as well, besides what the file's own figures need. It changes
    /// nothing else of the results. Memory is taken now, so that Observe allocates nothing.
    /// </summary>
    void CollectFor(FigureNeeds needs)
    {
    }

    /// <summary>
    /// Draws input, weights and biases from the start of the stream: each call gives the same numbers. Allocates nothing.
    /// </summary>
    void Draw();

    /// <summary>
    /// Sends the input through the layers, as it stands: before Draw or CopyFrom that is zeros through weights of 0, and no error.
    /// Allocates nothing.
    /// </summary>
    void Forward();

    /// <summary>
    /// Sends the gradient of the last layer back through the layers as they are after Forward: dz, da, dW and db of each. Allocates
    /// nothing.
    /// Nothing to do for experiments without <c>backward</c> or <c>train</c>.
    /// </summary>
    void Backward();

    /// <summary>
    /// Changes the weights step by step, as the file's <c>train</c> says, from where Draw has put them; afterwards the input is the batch
    /// that is observed. A step allocates nothing. Nothing to do for experiments without <c>train</c>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; a further call goes on from there.</exception>
    void Train(CancellationToken cancellation = default);

    /// <summary>Collects the statistics of every observed tensor. Allocates nothing.</summary>
    void Observe();

    /// <summary>Draw, Train, Forward, Backward, Observe, and the result as an immutable copy.</summary>
    ExperimentResult Run();

    /// <summary>The result of the last Observe, as an immutable copy.</summary>
    ExperimentResult ToResult();

    /// <summary>
    /// The expectations of the file that the last Observe does not meet; runs the experiment first if it was never observed, or its
    /// training has not come to its end.
    /// </summary>
    IReadOnlyList<ExpectationFailure> CheckExpectations();
}
