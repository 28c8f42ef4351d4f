using FanIn.Dsl.Model;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>What enters a network, by its moments.</summary>
internal static class InputSketches
{
    /// <summary>The input; null where a type of the user's own draws it.</summary>
    public static InputSketch? Of(Input input)
    {
        if (input.Distribution is not { } distribution)
            return null;
        double Number(string name) => distribution.Arguments.First(argument => argument.Name == name).Value.Value;
        switch (distribution.Kind)
        {
            case InitialiserKind.Constant:
                return new InputSketch(input.Features, Number("value"), 0);
            case InitialiserKind.Normal:
                return new InputSketch(input.Features, Number("mean"), Square(Number("std")));
            case InitialiserKind.Uniform:
                var (min, max) = (Number("min"), Number("max"));
                return InputSketch.Symmetric(input.Features, (min + max) / 2, Square(max - min) / 12, Square(Square(max - min)) / 80);
            case InitialiserKind.TruncatedNormal:
                var (mean, variance, fourth) = TruncatedMoments.Of(distribution, Number);
                return InputSketch.Symmetric(input.Features, mean, variance, fourth);
            default:
                return null;
        }
    }

    private static double Square(double x) => x * x;
}
