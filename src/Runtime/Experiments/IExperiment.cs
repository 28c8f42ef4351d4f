using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Experiments;

/// <summary>An experiment that can be run: what every generated class is, whatever its dtype.</summary>
public interface IExperiment : IDisposable
{
    /// <summary>What the file says of it.</summary>
    ExperimentDefinition Definition { get; }

    /// <summary>The seed of its draws.</summary>
    ulong Seed { get; }

    /// <summary>The stream of its draws.</summary>
    RandomStream Stream { get; }

    /// <summary>Draws input, weights and biases from the start of the stream: each call gives the same numbers. Allocates nothing.</summary>
    void Draw();

    /// <summary>Sends the input through the layers. Allocates nothing.</summary>
    void Forward();

    /// <summary>Collects the statistics of every observed tensor. Allocates nothing.</summary>
    void Observe();

    /// <summary>Draw, Forward, Observe, and the result as an immutable copy.</summary>
    ExperimentResult Run();

    /// <summary>The result of the last Observe, as an immutable copy.</summary>
    ExperimentResult ToResult();

    /// <summary>The expectations of the file that the last Observe does not meet; runs the experiment first if it was never observed.</summary>
    IReadOnlyList<ExpectationFailure> CheckExpectations();
}

/// <summary>How to make an experiment: what overrides the file.</summary>
/// <param name="Seed">Null for the file's.</param>
/// <param name="Stream">Null for the file's.</param>
/// <param name="Threads">Number of threads; results do not depend on it.</param>
public sealed record ExperimentOptions(ulong? Seed = null, RandomStream? Stream = null, int Threads = 1);

/// <summary>One experiment of an assembly: what it is, and how to make it. <c>ExperimentCatalog.All</c> lists them.</summary>
/// <param name="Definition">What the file says of it.</param>
/// <param name="Create">Makes it; the caller disposes it.</param>
public sealed record ExperimentEntry(ExperimentDefinition Definition, Func<ExperimentOptions, IExperiment> Create);

/// <summary>An expectation that does not hold.</summary>
/// <param name="Expectation">What was expected.</param>
/// <param name="Actual">What was measured; NaN fails every expectation.</param>
/// <param name="Message">One line: <c>activation-histograms/tanh-xavier hidden5 activations std = 0.31, expected 0.4 … 0.5</c>.</param>
public sealed record ExpectationFailure(Expectation Expectation, double Actual, string Message);
