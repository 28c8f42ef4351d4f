namespace FanIn.Theory.Networks;

/// <summary>
/// A number of a small and of a large input: those whose mean square is a standard deviation below and above the mean. Together they stand
/// for all inputs: mean and variance of their mean squares are right.
/// </summary>
/// <param name="Small">Of the small one.</param>
/// <param name="Large">Of the large one.</param>
internal readonly record struct SizePair(double Small, double Large)
{
    /// <summary>Mean of both.</summary>
    public double Mean => (Small + Large) / 2;

    /// <summary>q (1 ∓ √u), or null where all are of one size.</summary>
    /// <param name="second">q.</param>
    /// <param name="spread">u, below 1.</param>
    public static SizePair? Of(double second, double spread) =>
        spread > 0 ? new SizePair(second * (1 - Math.Sqrt(spread)), second * (1 + Math.Sqrt(spread))) : null;

    /// <summary>A function of both.</summary>
    public SizePair Map(Func<double, double> function) => new(function(Small), function(Large));

    /// <summary>A function of those of two signals; one of one size counts with its own.</summary>
    /// <param name="first">Of the first signal.</param>
    /// <param name="second">Of the second.</param>
    /// <param name="function">Of a number of the first and one of the second.</param>
    public static SizePair? Join(Signal first, Signal second, Func<double, double, double> function)
    {
        if (first.Sizes is null && second.Sizes is null)
        {
            return null;
        }

        var x = first.Sizes ?? new SizePair(first.Second, first.Second);
        var y = second.Sizes ?? new SizePair(second.Second, second.Second);
        return new SizePair(function(x.Small, y.Small), function(x.Large, y.Large));
    }
}
