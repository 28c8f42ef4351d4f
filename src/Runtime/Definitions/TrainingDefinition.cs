namespace FanIn.Runtime.Definitions;

/// <summary>How an experiment is trained, as its file says it.</summary>
/// <param name="Data">What is learned: <c>optical_digits</c>.</param>
/// <param name="Steps">How many batches.</param>
/// <param name="Loss">What is minimised: <c>softmax_cross_entropy</c>.</param>
/// <param name="Optimizer">How: <c>adam</c>.</param>
/// <param name="LearningRate">As the file writes it: <c>0.01</c>.</param>
public sealed record TrainingDefinition(string Data, int Steps, string Loss, string Optimizer, string LearningRate)
{
    /// <summary>The share of the samples that is held out, above 0 and below 1; their number is rounded down.</summary>
    public double HeldOut { get; init; } = 0.2;

    private readonly ByElements<IReadOnlyList<int>, int> _observedSteps = new([]);

    /// <summary>Numbers of steps after which all is measured and observed, ascending; the last is always among them.</summary>
    public required IReadOnlyList<int> ObservedSteps
    {
        get => _observedSteps.List;
        init => _observedSteps = new(value);
    }
}
