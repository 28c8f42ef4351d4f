using System.Numerics;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>The same bits in every lane width.</summary>
public class FunctionWidthTests
{
    [Fact]
    public void Exp() => Check<ExpFunction>();

    [Fact]
    public void Log() => Check<LogFunction>();

    [Fact]
    public void Sin() => Check<SinFunction>();

    [Fact]
    public void Cos() => Check<CosFunction>();

    [Fact]
    public void Sigmoid() => Check<SigmoidFunction>();

    [Fact]
    public void Tanh() => Check<TanhFunction>();

    [Fact]
    public void Expm1() => Check<Expm1Function>();

    [Fact]
    public void Log1p() => Check<Log1pFunction>();

    [Fact]
    public void Erf() => Check<ErfFunction>();

    private static void Check<TFunction>()
        where TFunction : struct, IFunction
    {
        Check<TFunction, double>();
        Check<TFunction, float>();
    }

    private static void Check<TFunction, T>()
        where TFunction : struct, IFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        T[] points = [.. SamplePoints.Special<T>(), .. SamplePoints.Bits<T>(50_000), .. TFunction.Points<T>()];
        Array.Resize(ref points, points.Length / 16 * 16);
        var expected = Apply<TFunction, Lane<T>, T>(points);
        AssertSameBits(expected, Apply<TFunction, Lanes128<T>, T>(points), points);
        AssertSameBits(expected, Apply<TFunction, Lanes256<T>, T>(points), points);
        AssertSameBits(expected, Apply<TFunction, Lanes512<T>, T>(points), points);
    }

    private static T[] Apply<TFunction, TVector, T>(T[] points)
        where TFunction : struct, IFunction
        where TVector : struct, IVector<TVector, T>
        where T : unmanaged
    {
        var values = new T[points.Length];
        for (var i = 0; i < points.Length; i += TVector.Count)
            TFunction.Apply(TVector.Load(in points[i])).Store(ref values[i]);
        return values;
    }

    private static void AssertSameBits<T>(T[] expected, T[] actual, T[] points)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.True(SameBits.Are(expected[i], actual[i]), $"At {points[i]}: {expected[i]} in one lane, {actual[i]} in several.");
    }
}
