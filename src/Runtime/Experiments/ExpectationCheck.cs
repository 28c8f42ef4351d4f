using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Experiments;

/// <summary>Compares results with what their file expects.</summary>
internal static class ExpectationCheck
{
    /// <summary>The expectations that do not hold, in the file's order.</summary>
    public static IReadOnlyList<ExpectationFailure> Failures(ExperimentResult result)
    {
        var failures = new List<ExpectationFailure>();
        foreach (var expectation in result.Definition.Expectations)
        {
            if (!IsMet(result, expectation, out var actual))
                failures.Add(new(expectation, actual, Message(result.Definition.Id, expectation, actual)));
        }

        return failures;
    }

    /// <summary>Whether a result meets an expectation, and what was measured. NaN meets nothing.</summary>
    public static bool IsMet(ExperimentResult result, Expectation expectation, out double actual)
    {
        actual = expectation.Tensor == Expectation.Training
            ? result.Trained().Statistic(expectation.Statistic)
            : result[expectation.Layer].Statistic(expectation.Tensor, expectation.Statistic);
        return actual >= expectation.Min && actual <= expectation.Max;
    }

    private static string Message(string id, Expectation expectation, double actual) =>
        $"{id} {expectation.Subject} = {MessageNumber.Of(actual)}, expected {Interval(expectation)}";

    /// <summary>What is expected: <c>0.4 … 0.5</c>, <c>at most 1</c>, <c>0.2131 within 0.3 %</c>.</summary>
    public static string Interval(Expectation expectation) => expectation switch
    {
        { Near: { } near } =>
            $"{(MessageNumber.TryParse(expectation.Printed, out _) ? expectation.Printed : MessageNumber.Of(near))} "
            + $"within {expectation.Within}",
        { Min: double.NegativeInfinity } => $"at most {MessageNumber.Of(expectation.Max)}",
        { Max: double.PositiveInfinity } => $"at least {MessageNumber.Of(expectation.Min)}",
        _ => $"{MessageNumber.Of(expectation.Min)} … {MessageNumber.Of(expectation.Max)}",
    };
}
