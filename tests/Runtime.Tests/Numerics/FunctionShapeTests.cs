using System.Numerics;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>Symmetry to the bit, ranges that rounding must not leave, and no falling where the function rises.</summary>
public class FunctionShapeTests
{
    [Fact]
    public void Sin_and_tanh_are_odd_and_cos_is_even()
    {
        Symmetric<SinFunction, double>(-1);
        Symmetric<SinFunction, float>(-1);
        Symmetric<TanhFunction, double>(-1);
        Symmetric<TanhFunction, float>(-1);
        Symmetric<CosFunction, double>(1);
        Symmetric<CosFunction, float>(1);
    }

    [Fact]
    public void Values_stay_in_the_functions_range()
    {
        Within<SinFunction, double>(-1, 1);
        Within<CosFunction, float>(-1, 1);
        Within<TanhFunction, double>(-1, 1);
        Within<TanhFunction, float>(-1, 1);
        Within<SigmoidFunction, double>(0, 1);
        Within<SigmoidFunction, float>(0, 1);
        Within<ExpFunction, double>(0, double.PositiveInfinity);
        Within<ExpFunction, float>(0, float.PositiveInfinity);
    }

    [Fact]
    public void Rising_functions_fall_by_less_than_their_error()
    {
        Rising<ExpFunction, double>();
        Rising<ExpFunction, float>();
        Rising<LogFunction, double>();
        Rising<LogFunction, float>();
        Rising<SigmoidFunction, double>();
        Rising<SigmoidFunction, float>();
        Rising<TanhFunction, double>();
        Rising<TanhFunction, float>();
    }

    [Theory]
    [InlineData(0.25, 1, 0)]
    [InlineData(0.5, 0, -1)]
    [InlineData(0.75, -1, 0)]
    [InlineData(1.0, 0, 1)]
    [InlineData(0.0, 0, 1)]
    public void Quarter_turns_are_exact(double turns, double sin, double cos)
    {
        Assert.Equal(sin, Functions.SinCosOfTurns(new Lane<double>(turns), out var c).Value);
        Assert.Equal(cos, c.Value);
    }

    [Fact]
    public void Turns_agree_with_radians()
    {
        foreach (var turns in SamplePoints.Uniform<double>(0, 1, 20_000))
        {
            var sin = Functions.SinCosOfTurns(new Lane<double>(turns), out var cos).Value;
            Assert.Equal(Functions.SinCos(new Lane<double>(2 * Math.PI * turns), out var expected).Value, sin, 1e-15);
            Assert.Equal(expected.Value, cos.Value, 1e-15);
        }
    }

    [Fact]
    public void The_logarithm_of_normal_numbers_has_the_same_bits()
    {
        foreach (var x in SamplePoints.Logarithmic<double>(1e-300, 1, 20_000))
            Assert.Equal(Functions.Log(new Lane<double>(x)).Value, Functions.LogOfNormal(new Lane<double>(x)).Value);
    }

    private static void Symmetric<TFunction, T>(int sign)
        where TFunction : struct, IFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        foreach (var x in (T[])[.. SamplePoints.Special<T>(), .. TFunction.Points<T>()])
            SameBits.Assert(T.CreateChecked(sign) * At<TFunction, T>(x), At<TFunction, T>(-x));
    }

    private static void Within<TFunction, T>(T low, T high)
        where TFunction : struct, IFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var x in TFunction.Points<T>())
            Assert.InRange(At<TFunction, T>(x), low, high);
    }

    private static void Rising<TFunction, T>()
        where TFunction : struct, IFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var points = TFunction.Points<T>();
        Array.Sort(points);
        var highest = At<TFunction, T>(points[0]);
        foreach (var x in points)
        {
            var value = At<TFunction, T>(x);
            var ulp = T.BitIncrement(T.Abs(value)) - T.Abs(value);
            var rises = value >= highest || value >= highest - T.CreateChecked(4) * ulp;
            Assert.True(rises, $"{TFunction.Name}({x}) = {value} is below {highest}.");
            highest = T.Max(highest, value);
        }
    }

    private static T At<TFunction, T>(T x)
        where TFunction : struct, IFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TFunction.Apply(new Lane<T>(x)).Value;
}
