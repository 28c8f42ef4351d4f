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
            var actual = result[expectation.Layer].Statistic(expectation.Tensor, expectation.Statistic);
            if (!(actual >= expectation.Min && actual <= expectation.Max))      // NaN meets nothing
                failures.Add(new(expectation, actual, Message(result.Definition.Id, expectation, actual)));
        }

        return failures;
    }

    private static string Message(string id, Expectation expectation, double actual) =>
        $"{id} {expectation.Layer} {expectation.Tensor} {expectation.Statistic} = {MessageNumber.Of(actual)}, "
        + $"expected {Interval(expectation)}";

    private static string Interval(Expectation expectation) => expectation switch
    {
        { Min: double.NegativeInfinity } => $"at most {MessageNumber.Of(expectation.Max)}",
        { Max: double.PositiveInfinity } => $"at least {MessageNumber.Of(expectation.Min)}",
        _ => $"{MessageNumber.Of(expectation.Min)} … {MessageNumber.Of(expectation.Max)}",
    };
}
