using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Experiments;

/// <summary>An expectation that does not hold.</summary>
/// <param name="Expectation">What was expected.</param>
/// <param name="Actual">What was measured; NaN fails every expectation.</param>
/// <param name="Message">One line: <c>activation-histograms/tanh-xavier hidden5 activations std = 0.31, expected 0.4 … 0.5</c>.</param>
public sealed record ExpectationFailure(Expectation Expectation, double Actual, string Message);
