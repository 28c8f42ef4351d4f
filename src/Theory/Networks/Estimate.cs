namespace FanIn.Theory.Networks;

/// <summary>A predicted statistic of one network: the value for wide layers, and how far networks of this width lie from it.</summary>
/// <param name="Value">At infinite width.</param>
/// <param name="Deviation">Standard deviation over draws; NaN where none is predicted.</param>
public readonly record struct Estimate(double Value, double Deviation)
{
    /// <summary>Distance of a measured value in standard deviations; NaN where there is none.</summary>
    public double Distance(double measured) => Deviation > 0 ? (measured - Value) / Deviation : double.NaN;
}
