using FanIn.Dsl.Model;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>What enters a network, by its moments.</summary>
internal static class InputSketches
{
    /// <summary>The input; null where a type of the user's own draws it.</summary>
    public static InputSketch? Of(Input input)
    {
        var distribution = input.Distribution;
        double Number(string name) => distribution.Arguments.First(argument => argument.Name == name).Value.Value;
        switch (distribution.Kind)
        {
            case InitialiserKind.Constant:
                return new InputSketch(input.Features, Number("value"), 0);
            case InitialiserKind.Normal:
                return new InputSketch(input.Features, Number("mean"), Square(Number("std")));
            case InitialiserKind.Uniform:
                var (min, max) = (Number("min"), Number("max"));
                return Bounded(input.Features, (min + max) / 2, Square(max - min) / 12, Square(Square(max - min)) / 80);
            case InitialiserKind.TruncatedNormal:
                var (mean, variance, fourth) = TruncatedMoments.Of(distribution, Number);
                return Bounded(input.Features, mean, variance, fourth);
            default:
                return null;
        }
    }

    /// <summary>Var x² of a symmetric distribution about its mean: E(x − m)⁴ + 4m² Var x − (Var x)².</summary>
    private static InputSketch Bounded(int width, double mean, double variance, double fourth) =>
        new(width, mean, variance, IsNormal: false, fourth + (4 * mean * mean * variance) - (variance * variance));

    private static double Square(double x) => x * x;
}
