using System.Numerics;
using FanIn.Runtime.Numerics;
using static FanIn.Runtime.Tests.Numerics.SamplePoints;

namespace FanIn.Runtime.Tests.Numerics;

internal readonly struct ExpFunction : IFunction
{
    public static string Name => "exp";

    public static (double Double, double Single) Claim => (1.03, 1.04);

    public static TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.Exp(x);

    public static Scaled Exact(double x) => Numerics.Exact.Exp(x);

    public static T[] Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        .. Uniform<T>(-1, 1, 10_000), .. Uniform<T>(-30, 30, 10_000), .. Logarithmic<T>(1e-30, 1, 4_000),
        .. typeof(T) == typeof(double) ? Uniform<T>(-746, 711, 20_000) : Uniform<T>(-105, 90, 20_000),
    ];
}

internal readonly struct LogFunction : IFunction
{
    public static string Name => "log";

    public static (double Double, double Single) Claim => (0.84, 0.84);

    public static TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.Log(x);

    public static Scaled Exact(double x) => Numerics.Exact.Log(x);

    public static T[] Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        .. Uniform<T>(0.5, 2, 16_000), .. Uniform<T>(0.999, 1.001, 10_000), .. Logarithmic<T>(1e-44, 1e38, 13_000),
        .. typeof(T) == typeof(double) ? Logarithmic<T>(5e-324, 1e308, 10_000) : [],
    ];
}

internal readonly struct SinFunction : IFunction
{
    public static string Name => "sin";

    public static (double Double, double Single) Claim => (1.50, 1.81);

    public static TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.SinCos(x, out _);

    public static Scaled Exact(double x) => Numerics.Exact.Sin(x);

    public static T[] Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Angles<T>();

    public static T[] Angles<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        .. Uniform<T>(-4, 4, 10_000), .. Uniform<T>(-1048576, 1048576, 13_000), .. Logarithmic<T>(1e-30, 1, 4_000),
        .. Enumerable.Range(-10_000, 20_000).Select(i => T.CreateChecked(66 * i * (Math.PI / 2))),
    ];
}

internal readonly struct CosFunction : IFunction
{
    public static string Name => "cos";

    public static (double Double, double Single) Claim => SinFunction.Claim;

    public static TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        Functions.SinCos(x, out var cos);
        return cos;
    }

    public static Scaled Exact(double x) => Numerics.Exact.Cos(x);

    public static T[] Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SinFunction.Angles<T>();
}

internal readonly struct SigmoidFunction : IFunction
{
    public static string Name => "sigmoid";

    public static (double Double, double Single) Claim => (2.25, 2.49);

    public static TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.Sigmoid(x);

    public static Scaled Exact(double x) => Numerics.Exact.Sigmoid(x);

    public static T[] Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        .. Uniform<T>(-6, 6, 13_000), .. Uniform<T>(-45, 45, 13_000), .. Logarithmic<T>(1e-30, 1, 4_000),
        .. typeof(T) == typeof(double) ? Uniform<T>(-750, 50, 20_000) : Uniform<T>(-108, 20, 20_000),
    ];
}

internal readonly struct TanhFunction : IFunction
{
    public static string Name => "tanh";

    public static (double Double, double Single) Claim => (2.60, 2.50);

    public static TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.Tanh(x);

    public static Scaled Exact(double x) => Numerics.Exact.Tanh(x);

    public static T[] Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        .. Uniform<T>(-0.4, 0.4, 16_000), .. Uniform<T>(-6, 6, 16_000), .. Uniform<T>(-25, 25, 6_000), .. Logarithmic<T>(1e-44, 1, 6_000),
    ];
}

internal readonly struct Expm1Function : IFunction
{
    public static string Name => "expm1";

    public static (double Double, double Single) Claim => (3.0, 3.0);

    public static TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.Expm1(x);

    public static Scaled Exact(double x) => Numerics.Exact.Expm1(x);

    public static T[] Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        .. Uniform<T>(-0.4, 0.4, 10_000), .. Uniform<T>(-2, 2, 16_000), .. Uniform<T>(-45, 45, 10_000), .. Logarithmic<T>(1e-44, 1, 4_000),
        .. typeof(T) == typeof(double) ? Uniform<T>(0, 709.78, 10_000) : Uniform<T>(0, 88.72, 10_000),
    ];
}

internal readonly struct Log1pFunction : IFunction
{
    public static string Name => "log1p";

    public static (double Double, double Single) Claim => (3.0, 3.0);

    public static TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.Log1p(x);

    public static Scaled Exact(double x) => Numerics.Exact.Log1p(x);

    public static T[] Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        .. Uniform<T>(-0.9999, 1, 20_000), .. Uniform<T>(-0.01, 0.01, 10_000), .. Logarithmic<T>(1e-44, 1e38, 13_000),
        .. Logarithmic<T>(1e-7, 1, 6_000).Select(x => -x).Where(x => x > -T.One),
    ];
}

internal readonly struct ErfFunction : IFunction
{
    public static string Name => "erf";

    public static (double Double, double Single) Claim => (3.0, 3.0);

    public static TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector> => Functions.Erf(x);

    public static Scaled Exact(double x) => Numerics.Exact.Erf(x);

    public static T[] Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        .. Uniform<T>(-1.1, 1.1, 16_000), .. Uniform<T>(-6.2, 6.2, 16_000), .. Uniform<T>(0.99, 1.5, 6_000), .. Logarithmic<T>(1e-44, 1, 4_000),
    ];
}
