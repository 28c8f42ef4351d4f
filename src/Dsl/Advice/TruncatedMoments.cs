using FanIn.Dsl.Model;
using FanIn.Theory.Numerics;

namespace FanIn.Dsl.Advice;

/// <summary>Moments of a normal distribution between two bounds, as the runtime draws it.</summary>
/// <param name="Mean">E x.</param>
/// <param name="Variance">Var x.</param>
/// <param name="Fourth">E (x − E x)⁴ where the bounds lie symmetrically; otherwise that of a normal distribution.</param>
internal readonly record struct TruncatedMoments(double Mean, double Variance, double Fourth)
{
    /// <summary>The moments of an initialiser of kind <see cref="InitialiserKind.TruncatedNormal"/>.</summary>
    /// <param name="initialiser">The initialiser.</param>
    /// <param name="number">The values of its numbers.</param>
    public static TruncatedMoments Of(Initialiser initialiser, Func<string, double> number)
    {
        var cut = TruncatedNormalMoments.Between(number("low"), number("high"));
        bool isRescaled = initialiser.Switches.Any(flag => flag is { Name: "rescale", IsOn: true });
        double spread = isRescaled ? number("std") / cut.Std : number("std");
        double variance = Square(spread * cut.Std);
        double fourth = number("low") == -number("high") ? Square(Square(spread)) * cut.Fourth : 3 * Square(variance);
        return new(number("mean") + (spread * cut.Mean), variance, fourth);
    }

    private static double Square(double x) => x * x;
}
