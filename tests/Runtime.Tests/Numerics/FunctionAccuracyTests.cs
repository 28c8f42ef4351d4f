using System.Numerics;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>The error that each docstring claims, over some fifty thousand arguments each, against values of 90 bits.</summary>
public class FunctionAccuracyTests
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
        AssertBelow<TFunction, double>(TFunction.Claim.Double);
        AssertBelow<TFunction, float>(TFunction.Claim.Single);
        Assert.InRange(Math.Max(TFunction.Claim.Double, TFunction.Claim.Single), 0, 3);
    }

    private static void AssertBelow<TFunction, T>(double claim)
        where TFunction : struct, IFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var points = TFunction.Points<T>();
        var (worst, at) = (0.0, points[0]);
        foreach (var x in points)
        {
            var error = Ulp.Error(TFunction.Apply(new Lane<T>(x)).Value, TFunction.Exact(double.CreateChecked(x)));
            if (!(error <= worst))
                (worst, at) = (error, x);
        }

        Assert.True(worst <= claim, $"{TFunction.Name}({at}) is {worst} ulp off in {typeof(T).Name}.");
        Assert.True(worst >= 0.5, "Points that show no rounding error at all show nothing.");
    }
}
