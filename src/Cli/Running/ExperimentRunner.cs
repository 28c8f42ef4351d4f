using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Running;

/// <summary>What one experiment gave.</summary>
/// <param name="Result">Its result.</param>
/// <param name="Failures">The expectations that do not hold.</param>
internal sealed record Outcome(ExperimentResult Result, IReadOnlyList<ExpectationFailure> Failures);

/// <summary>Runs an experiment, which has buffers for just that long.</summary>
internal static class ExperimentRunner
{
    /// <summary>Runs an experiment, and stops between its stages when asked to.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Outcome Run(ExperimentEntry entry, ExperimentOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var experiment = entry.Create(options);
        experiment.Draw();
        cancellation.ThrowIfCancellationRequested();
        experiment.Train(cancellation);
        experiment.Forward();
        experiment.Backward();
        cancellation.ThrowIfCancellationRequested();
        experiment.Observe();
        return new Outcome(experiment.ToResult(), experiment.CheckExpectations());
    }
}
