using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Tests.Numerics;

namespace FanIn.Runtime.Tests.Activations;

/// <summary>Each activation against correctly rounded values (activations.json), its range, and NaN.</summary>
public class ActivationTests
{
    [Fact]
    public void Sigmoid() => Check(new Sigmoid(), "sigmoid", maxUlp: 3);

    [Fact]
    public void Tanh() => Check(new Tanh(), "tanh", maxUlp: 3);

    [Fact]
    public void Relu() => Check(new Relu(), "relu", maxUlp: 0);

    [Fact]
    public void Identity()
    {
        CheckRange<Identity, double>(new());
        foreach (var x in SamplePoints.Special<double>())
            SameBits.Assert(x, new Identity().Apply(new Lane<double>(x)).Value);
    }

    [Fact]
    public void Ranges_are_the_textbooks()
    {
        Assert.Equal(new(0, 1), Runtime.Activations.Sigmoid.Range);
        Assert.Equal(new(-1, 1), Runtime.Activations.Tanh.Range);
        Assert.Equal(new(0, double.PositiveInfinity), Runtime.Activations.Relu.Range);
        Assert.Equal(new(double.NegativeInfinity, double.PositiveInfinity), Runtime.Activations.Identity.Range);
    }

    private static void Check<TActivation>(TActivation activation, string name, double maxUlp)
        where TActivation : struct, IActivation
    {
        var entry = TestData.Json("activations.json").GetProperty("functions").EnumerateArray()
            .Single(function => function.GetProperty("activation").GetString() == name);
        var points = entry.GetProperty("x").EnumerateArray().Zip(entry.GetProperty("f").EnumerateArray());
        foreach (var (x, f) in points)
        {
            var actual = activation.Apply(new Lane<double>(x.GetDouble())).Value;
            Assert.InRange(Ulp.Error(actual, (DoubleDouble)f.GetDouble()), 0, maxUlp);
        }

        CheckRange<TActivation, double>(activation);
        CheckRange<TActivation, float>(activation);
    }

    private static void CheckRange<TActivation, T>(TActivation activation)
        where TActivation : struct, IActivation
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        foreach (var x in (T[])[.. SamplePoints.Special<T>(), .. SamplePoints.Bits<T>(20_000), .. SamplePoints.Uniform<T>(-50, 50, 20_000)])
        {
            var value = double.CreateChecked(activation.Apply(new Lane<T>(x)).Value);
            if (T.IsNaN(x))
                Assert.True(double.IsNaN(value));
            else
                Assert.InRange(value, TActivation.Range.Low, TActivation.Range.High);
        }
    }
}
