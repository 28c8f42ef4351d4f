using System.Runtime.CompilerServices;
using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;

namespace FanIn.Theory.Quadrature;

/// <summary>
/// φ and φ′ at fixed points that serve every standard deviation from s to √2 s: within that range an expectation costs one Gaussian
/// weight a point, and no evaluation of φ.
/// </summary>
internal sealed class NodeTable
{
    /// <summary>How far one table reaches: half an octave. The cut-off of 13 standard deviations is one of 9 at its end.</summary>
    public const double Span = 1.4142135623730951;

    private Remainder[]? _open;

    private NodeTable(int count)
    {
        X = new double[count];
        Weights = new double[count];
        Values = new double[count];
        Slopes = new double[count];
    }

    /// <summary>The points, ascending.</summary>
    public double[] X { get; }

    /// <summary>Of the integral over x, without the Gaussian.</summary>
    public double[] Weights { get; }

    /// <summary>φ(x).</summary>
    public double[] Values { get; }

    /// <summary>φ′(x).</summary>
    public double[] Slopes { get; }

    /// <summary>Whether every moment has a value: no panel is left open, as next to a pole.</summary>
    public bool IsSettled => _open is null;

    /// <summary>Evaluates φ at the points for standard deviations from <paramref name="scale"/> on.</summary>
    public static NodeTable Create(IScalarActivation activation, double scale, PanelRule rule)
    {
        var panels = Panels.Cut(rule, scale, activation.Kinks, activation.Both);
        var table = Of(panels, rule);
        table._open = panels.Exists(panel => panel.IsBeyondResolution)
            ? [.. panels.Where(panel => panel.IsBeyondResolution).Select(panel => Remainder.Of(panel, activation, rule))] : null;
        return table;
    }

    /// <summary>The points of panels that resolved φ and φ′.</summary>
    public static NodeTable Of(List<Panel> panels, PanelRule rule)
    {
        var table = new NodeTable(panels.Count * rule.Points);
        var i = 0;
        foreach (var panel in panels)
        {
            var half = (panel.High - panel.Low) / 2;
            panel.First.CopyTo(table.Values, i);
            panel.Second.CopyTo(table.Slopes, i);
            for (var k = 0; k < rule.Points; k++, i++)
            {
                table.X[i] = panel.Low + half + half * rule.Rule.Points[k];
                table.Weights[i] = half * rule.Rule.Weights[k];
            }
        }

        return table;
    }

    /// <summary>The moments that the size of a signal and of a gradient need.</summary>
    /// <param name="s">The standard deviation.</param>
    /// <param name="centre">φ(0), beside which little is left to sum where s is small.</param>
    [MethodImpl(Compile.AtOnce)]
    public SignalLevel Level(double s, double centre)
    {
        double shift = 0, square = 0, slopes = 0;
        for (var i = 0; i < X.Length; i++)
        {
            var z = X[i] / s;
            var w = Weights[i] / s * Elementary.InverseSqrt2Pi * Elementary.Exp(-0.5 * z * z);
            var value = Values[i] - centre;
            shift += w * value;
            square += w * (value * value);
            slopes += w * (Slopes[i] * Slopes[i]);
        }

        return SignalLevel.Around(centre, shift, square, slopes);
    }

    /// <summary>All moments for one standard deviation s in the table's range.</summary>
    /// <param name="q">What the result says it is for.</param>
    /// <param name="s">The standard deviation.</param>
    /// <param name="isContinuous">False: φ jumps, and its growth is integrated by parts.</param>
    [MethodImpl(Compile.AtOnce)]
    public GaussianMoments Integrate(double q, double s, bool isContinuous)
    {
        var weights = new double[X.Length];
        double mean = 0, second = 0, fourth = 0, growth = 0, curvature = 0;
        double slope = 0, slopeSecond = 0, slopeFourth = 0, slopeGrowth = 0, slopeValue = 0, valueSlope = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var z = X[i] / s;
            var w = Weights[i] / s * Elementary.InverseSqrt2Pi * Elementary.Exp(-0.5 * z * z);
            var value = Values[i];
            var derivative = Slopes[i];
            weights[i] = w;
            mean += w * value;
            second += w * (value * value);
            fourth += w * (value * value * (value * value));
            slope += w * derivative;
            slopeSecond += w * (derivative * derivative);
            slopeFourth += w * (derivative * derivative * (derivative * derivative));
            growth += w * (isContinuous ? value * derivative * z : (z * z - 1) * (value * value) / (2 * s));
            slopeValue += w * (value * derivative * (value * derivative));
            valueSlope += w * (value * value * z);
            slopeGrowth += w * ((z * z - 1) * (derivative * derivative));
            curvature += w * (isContinuous ? derivative * z * s : (z * z - 1) * value);
        }

        double variance = 0, centralFourth = 0, slopeDeviation = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var square = (Values[i] - mean) * (Values[i] - mean);
            variance += weights[i] * square;
            centralFourth += weights[i] * (square * square);
            slopeDeviation += weights[i] * (square * (Slopes[i] * Slopes[i]));
        }

        var moments = new GaussianMoments
        {
            Q = q,
            Mean = mean,
            Second = second,
            Fourth = fourth,
            Variance = variance,
            CentralFourth = centralFourth,
            SlopeMean = slope,
            SlopeSecond = slopeSecond,
            SlopeFourth = slopeFourth,
            SlopeDeviation = slopeDeviation,
            SlopeValue = slopeValue,
            ValueSlope = valueSlope / (2 * s),
            SlopeGrowth = slopeGrowth / (2 * s * s),
            Growth = growth / s,
            Curvature = curvature,
        };
        return _open is null ? moments : Settled(_open, moments, s);
    }

    /// <summary>Without the moments that have no value.</summary>
    private static GaussianMoments Settled(Remainder[] remainders, GaussianMoments moments, double s)
    {
        double second = 0, fourth = 0, slopeSecond = 0, slopeFourth = 0;
        foreach (var open in remainders)
        {
            var z = open.X / s;
            var density = Elementary.InverseSqrt2Pi * Elementary.Exp(-0.5 * z * z) / s;
            second += density * open.Second;
            fourth += density * open.Fourth;
            slopeSecond += density * open.SlopeSecond;
            slopeFourth += density * open.SlopeFourth;
        }

        var hasSecond = Remainder.IsSettled(second, moments.Second);
        var hasSlope = Remainder.IsSettled(slopeSecond, moments.SlopeSecond);
        return moments with
        {
            Second = hasSecond ? moments.Second : double.NaN,
            Variance = hasSecond ? moments.Variance : double.NaN,
            SlopeSecond = hasSlope ? moments.SlopeSecond : double.NaN,
            HasValues = hasSecond && Remainder.IsSettled(fourth, moments.Fourth),
            HasSlopes = hasSlope && Remainder.IsSettled(slopeFourth, moments.SlopeFourth),
        };
    }
}
