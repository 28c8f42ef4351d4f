using System.Numerics;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>Zeros, infinities, NaN, subnormals and the ends of the range, in both dtypes.</summary>
public class FunctionSpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void Exp()
    {
        Both<ExpFunction>((0, 1), (-0.0, 1), (Infinity, Infinity), (-Infinity, 0), (double.NaN, double.NaN));
        Both<ExpFunction>((1e5, Infinity), (-1e5, 0), (1e-30, 1));
        One<ExpFunction, double>(709.782712893384, 1.7976931348622732e308);
        One<ExpFunction, double>(709.7827128933841, Infinity);
        One<ExpFunction, double>(-745.1332191019411, double.Epsilon);
        One<ExpFunction, double>(-745.1332191019412, 0);
        One<ExpFunction, float>(88.72283f, 3.4027985e38f);
        One<ExpFunction, float>(88.72284f, float.PositiveInfinity);
        One<ExpFunction, float>(-103.972f, float.Epsilon);
        One<ExpFunction, float>(-103.97209f, 0);
    }

    [Fact]
    public void Log()
    {
        Both<LogFunction>((0, -Infinity), (-0.0, -Infinity), (1, 0), (Infinity, Infinity));
        Both<LogFunction>((-1, double.NaN), (-Infinity, double.NaN), (double.NaN, double.NaN));
        One<LogFunction, double>(double.Epsilon, -744.4400719213812);
        One<LogFunction, double>(-double.Epsilon, double.NaN);
        One<LogFunction, double>(double.MaxValue, 709.782712893384);
        One<LogFunction, float>(float.Epsilon, -103.27893f);
        One<LogFunction, float>(-float.Epsilon, float.NaN);
        One<LogFunction, float>(float.MaxValue, 88.72284f);
    }

    [Fact]
    public void Sin()
    {
        Both<SinFunction>((0, 0), (-0.0, -0.0), (Infinity, double.NaN), (-Infinity, double.NaN), (double.NaN, double.NaN));
        One<SinFunction, double>(double.Epsilon, double.Epsilon);
        One<SinFunction, double>(-1e-310, -1e-310);
        One<SinFunction, double>(Math.PI, 1.2246467991473532e-16);
        One<SinFunction, float>(float.Epsilon, float.Epsilon);
        One<SinFunction, float>(-1e-40f, -1e-40f);
        One<SinFunction, float>(MathF.PI, -8.742278e-8f);
    }

    [Fact]
    public void Cos()
    {
        Both<CosFunction>((0, 1), (-0.0, 1), (Infinity, double.NaN), (-Infinity, double.NaN), (double.NaN, double.NaN), (1e-30, 1));
        One<CosFunction, double>(Math.PI / 2, 6.123233995736766e-17);
        One<CosFunction, double>(Math.PI, -1);
        One<CosFunction, float>(MathF.PI / 2, -4.371139e-8f);
    }

    [Fact]
    public void Sigmoid()
    {
        Both<SigmoidFunction>((0, 0.5), (-0.0, 0.5), (Infinity, 1), (-Infinity, 0), (double.NaN, double.NaN), (1e5, 1), (-1e5, 0));
        One<SigmoidFunction, double>(-708.5, 2.006132305331306e-308);      // e⁻⁷⁰⁸·⁵, already subnormal
        One<SigmoidFunction, double>(-745.1332191019411, double.Epsilon);
        One<SigmoidFunction, double>(-745.1332191019412, 0);
        One<SigmoidFunction, float>(-103.972f, float.Epsilon);
        One<SigmoidFunction, float>(-103.97209f, 0);
    }

    [Fact]
    public void Tanh()
    {
        Both<TanhFunction>((0, 0), (-0.0, -0.0), (Infinity, 1), (-Infinity, -1), (double.NaN, double.NaN), (1e5, 1), (-1e5, -1));
        One<TanhFunction, double>(double.Epsilon, double.Epsilon);
        One<TanhFunction, double>(-1e-310, -1e-310);
        One<TanhFunction, double>(1e-10, 1e-10);
        One<TanhFunction, float>(-float.Epsilon, -float.Epsilon);
        One<TanhFunction, float>(1e-40f, 1e-40f);
    }

    [Fact]
    public void Expm1()
    {
        Both<Expm1Function>((0, 0), (-0.0, -0.0), (Infinity, Infinity), (-Infinity, -1), (double.NaN, double.NaN), (1e5, Infinity), (-1e5, -1));
        One<Expm1Function, double>(double.Epsilon, double.Epsilon);
        One<Expm1Function, double>(-1e-310, -1e-310);
        One<Expm1Function, double>(709.782712893384, 1.7976931348622732e308);
        One<Expm1Function, double>(709.7827128933841, Infinity);
        One<Expm1Function, float>(-1e-40f, -1e-40f);
        One<Expm1Function, float>(88.72283f, 3.4027985e38f);
        One<Expm1Function, float>(88.72284f, float.PositiveInfinity);
    }

    [Fact]
    public void Log1p()
    {
        Both<Log1pFunction>((0, 0), (-0.0, -0.0), (Infinity, Infinity), (-1, -Infinity), (double.NaN, double.NaN));
        Both<Log1pFunction>((-1.5, double.NaN), (-Infinity, double.NaN));
        One<Log1pFunction, double>(double.Epsilon, double.Epsilon);
        One<Log1pFunction, double>(-1e-310, -1e-310);
        One<Log1pFunction, double>(double.MaxValue, 709.782712893384);
        One<Log1pFunction, float>(-1e-40f, -1e-40f);
        One<Log1pFunction, float>(float.MaxValue, 88.72284f);
    }

    [Fact]
    public void Erf()
    {
        Both<ErfFunction>((0, 0), (-0.0, -0.0), (Infinity, 1), (-Infinity, -1), (double.NaN, double.NaN), (1e5, 1), (-1e5, -1), (6, 1));
        One<ErfFunction, double>(double.Epsilon, double.Epsilon);
        One<ErfFunction, double>(-1e-310, -1.1283791670955e-310);
        One<ErfFunction, float>(-float.Epsilon, -float.Epsilon);
    }

    private static void Both<TFunction>(params (double X, double Value)[] cases)
        where TFunction : struct, IFunction
    {
        foreach (var (x, value) in cases)
        {
            One<TFunction, double>(x, value);
            One<TFunction, float>((float)x, (float)value);
        }
    }

    private static void One<TFunction, T>(T x, T value)
        where TFunction : struct, IFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SameBits.Assert(value, TFunction.Apply(new Lane<T>(x)).Value);
}
