namespace FanIn.Runtime.Initialisation;

/// <summary>What a tensor was last drawn with.</summary>
/// <param name="Value">The number that the initialiser's formula gives: a std, a limit, a gain.</param>
/// <param name="AskedStd">The standard deviation of the distribution that was asked for; NaN where data or the user decides.</param>
internal readonly record struct DrawnNumbers(double Value, double AskedStd)
{
    /// <summary>Numbers that FanIn did not draw.</summary>
    public static DrawnNumbers Own => new(double.NaN, double.NaN);

    /// <summary>Uniform over [min, max): the width over √12.</summary>
    public static DrawnNumbers Uniform(double min, double max) => new(max, (max - min) / Math.Sqrt(12));
}
