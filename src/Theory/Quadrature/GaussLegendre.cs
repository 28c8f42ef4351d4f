using System.Runtime.CompilerServices;
using FanIn.Theory.Numerics;

namespace FanIn.Theory.Quadrature;

/// <summary>The Gauss–Legendre rule of n points on [−1, 1], and how much of the two highest Legendre terms a function has.</summary>
internal sealed class GaussLegendre
{
    private readonly double[] _lastTerm;
    private readonly double[] _termBeforeLast;

    /// <summary>Computes the rule by Newton's iteration.</summary>
    /// <param name="count">Number of points, at least 2.</param>
    public GaussLegendre(int count)
    {
        Points = new double[count];
        Weights = new double[count];
        _lastTerm = new double[count];
        _termBeforeLast = new double[count];
        for (var i = 0; i < count; i++)
        {
            var x = -Elementary.Cos(Math.PI * (i + 0.75) / (count + 0.5));
            for (var step = 0; step < 8; step++)
            {
                var (value, before) = Legendre(count, x);
                x -= value * (x * x - 1) / (count * (x * value - before));
            }

            var (_, last) = Legendre(count, x);
            Points[i] = x;
            Weights[i] = 2 * (1 - x * x) / (count * last * (count * last));
            _lastTerm[i] = (count - 0.5) * Weights[i] * last;
            _termBeforeLast[i] = (count - 1.5) * Weights[i] * Legendre(count - 1, x).Before;
        }
    }

    /// <summary>Ascending.</summary>
    public double[] Points { get; }

    /// <summary>They add up to 2.</summary>
    public double[] Weights { get; }

    /// <summary>|c| of the two highest terms of the Legendre series through the values: small where the points resolve it.</summary>
    [MethodImpl(Compile.AtOnce)]
    public double Tail(double[] values)
    {
        double last = 0, before = 0;
        for (var i = 0; i < values.Length; i++)
        {
            last += _lastTerm[i] * values[i];
            before += _termBeforeLast[i] * values[i];
        }

        return Math.Abs(last) + Math.Abs(before);
    }

    /// <summary>P_n and P_{n−1} at x.</summary>
    private static (double Value, double Before) Legendre(int n, double x)
    {
        double before = 1, value = x;
        for (var k = 2; k <= n; k++)
        {
            (before, value) = (value, ((2 * k - 1) * x * value - (k - 1) * before) / k);
        }

        return (value, before);
    }
}
