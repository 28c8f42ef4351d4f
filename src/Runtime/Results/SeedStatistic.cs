namespace FanIn.Runtime.Results;

/// <summary>One statistic over the seeds of an ensemble. NaN where it is NaN for any seed.</summary>
/// <param name="Mean">Mean over the seeds.</param>
/// <param name="Sd">
/// Standard deviation from seed to seed, the sample's (ddof 1): an estimate of what one further seed would scatter. NaN for a single
/// seed, and where a value is not finite.
/// </param>
/// <param name="Min">The smallest of all seeds'.</param>
/// <param name="Max">The largest of all seeds'.</param>
public readonly record struct SeedStatistic(double Mean, double Sd, double Min, double Max);
