using FanIn.Theory.Networks;

namespace FanIn.Runtime.Initialisation;

/// <summary>What a tensor was last drawn with. Making one allocates nothing: draws do it.</summary>
/// <param name="Value">The number that the initialiser's formula gives: a std, a limit, a gain.</param>
/// <param name="AskedStd">The standard deviation of the distribution that was asked for; NaN where data or the user decides.</param>
/// <param name="Origin">Where its numbers come from.</param>
internal readonly record struct DrawnNumbers(double Value, double AskedStd, DrawnOrigin Origin)
{
    /// <summary>Mean of independent numbers, or the constant.</summary>
    private double Mean { get; init; }

    /// <summary>E(x − mean)⁴ of independent numbers that are not normal; NaN of normal ones.</summary>
    private double Fourth { get; init; } = double.NaN;

    /// <summary>Numbers that FanIn did not draw.</summary>
    public static DrawnNumbers Copied => new(double.NaN, double.NaN, DrawnOrigin.Copied);

    /// <summary>Numbers that a type of the user's drew.</summary>
    public static DrawnNumbers Own => new(double.NaN, double.NaN, DrawnOrigin.Own);

    /// <summary>The same number everywhere.</summary>
    public static DrawnNumbers Constant(double value) => new(value, 0, DrawnOrigin.Independent) { Mean = value };

    /// <summary>std·g + mean.</summary>
    public static DrawnNumbers Normal(double mean, double std) => new(std, std, DrawnOrigin.Independent) { Mean = mean };

    /// <summary>Uniform over [min, max): the width over √12.</summary>
    public static DrawnNumbers Uniform(double min, double max)
    {
        var width = max - min;
        return new(
            max, width / Math.Sqrt(12), DrawnOrigin.Independent)
        { Mean = (min + max) / 2, Fourth = width * width * width * width / 80 };
    }

    /// <summary>Normal between two bounds.</summary>
    /// <param name="std">The std that the initialiser's formula gave.</param>
    /// <param name="distribution">The distribution.</param>
    public static DrawnNumbers Truncated(double std, in TruncatedNormal distribution) =>
        new(std, distribution.AskedStd, DrawnOrigin.Independent) { Mean = distribution.Mean, Fourth = distribution.Fourth };

    /// <summary>As weights of a layer, or null where theory has no number for them.</summary>
    /// <param name="what">What they are, in an obstacle's words: "its weights".</param>
    /// <param name="fanIn">Rows.</param>
    /// <param name="fanOut">Columns.</param>
    public WeightSketch ToWeights(string what, int fanIn, int fanOut) => Origin switch
    {
        DrawnOrigin.Independent => WeightSketch.Independent(Mean, AskedStd * AskedStd, what),
        DrawnOrigin.Orthogonal => WeightSketch.Orthogonal(Value, fanIn, fanOut),
        _ => WeightSketch.Beyond($"{what} {Obstacle}"),
    };

    /// <summary>As the input of a network; null where theory knows nothing of it, for the reason in <see cref="Obstacle"/>.</summary>
    /// <param name="width">Features.</param>
    public InputSketch? ToInput(int width) =>
        Origin != DrawnOrigin.Independent ? null
        : double.IsNaN(Fourth) ? new InputSketch(width, Mean, AskedStd * AskedStd)
        : InputSketch.Symmetric(width, Mean, AskedStd * AskedStd, Fourth);

    /// <summary>Why theory knows nothing of them, as the end of a clause.</summary>
    public string Obstacle => Origin switch
    {
        DrawnOrigin.Mirrored => "mirror each other",
        DrawnOrigin.Fixed => "are not random",
        DrawnOrigin.Own => "are drawn by a type of your own",
        DrawnOrigin.Data => "depend on the data",
        _ => "were copied in",
    };
}

/// <summary>Where the numbers of a tensor come from.</summary>
internal enum DrawnOrigin
{
    /// <summary>From the user, or nobody has drawn them yet.</summary>
    Copied,

    /// <summary>From a type of the user's.</summary>
    Own,

    /// <summary>Each drawn from the same distribution, or all the same.</summary>
    Independent,

    /// <summary>A random matrix with orthonormal columns or rows, times a gain.</summary>
    Orthogonal,

    /// <summary>The same with its negative beside it.</summary>
    Mirrored,

    /// <summary>A matrix that nothing was drawn for.</summary>
    Fixed,

    /// <summary>From what the drawn input made of them.</summary>
    Data,
}
