using System.Runtime.CompilerServices;
using FanIn.Theory.Numerics;

namespace FanIn.Theory.Quadrature;

/// <summary>Collects the outer integral of a pair, point by point.</summary>
/// <param name="moments">Of a single pre-activation.</param>
internal sealed class PairSums(GaussianMoments moments)
{
    private readonly double _mean = moments.Mean;
    private double _distance;
    private double _squaredDistance;
    private double _slopes;
    private double _second;
    private double _secondBend;
    private double _deviation;
    private double _deviationBend;
    private double _distanceDeviation;
    private double _distanceSecond;
    private double _bends;
    private double _squaredSlopes;
    private double _slopeBends;

    /// <summary>Adds the averages around one μ.</summary>
    /// <param name="weight">Of the point.</param>
    /// <param name="centre">φ(μ).</param>
    /// <param name="inner">The averages.</param>
    [MethodImpl(Compile.AtOnce)]
    public void Add(double weight, double centre, InnerAverages inner)
    {
        var average = centre + inner.Shift;
        var own = inner.SquaredShift - inner.Shift * inner.Shift;
        var deviation = own + Square(average - _mean) - moments.Variance;
        _distance += weight * own;
        _squaredDistance += weight * (own * own);
        _slopes += weight * (inner.Slope * inner.Slope);
        var square = own + average * average - moments.Second;
        _second += weight * (square * square);
        _distanceSecond += weight * (own * square);
        _bends += weight * (inner.Bend * inner.Bend);
        _secondBend += weight * Square(2 * inner.SquareBend);
        _deviation += weight * (deviation * deviation);
        _deviationBend += weight * Square(2 * (inner.SquareBend - _mean * inner.Bend));
        _distanceDeviation += weight * (own * deviation);
        _slopeBends += weight * Square(inner.SquaredSlopeBend);
        _squaredSlopes += weight * Square(inner.SquaredSlope - moments.SlopeSecond);
    }

    /// <summary>The integral.</summary>
    /// <param name="q">Variance of both pre-activations.</param>
    public PairMoments Moments(double q)
    {
        var unevenness = _distance > 0 ? _squaredDistance / Square(_distance) : 1;
        return new PairMoments(
            _distance,
            _slopes,
            unevenness,
            _second,
            q * q * _secondBend,
            _deviation,
            q * q * _deviationBend,
            q * q * _bends,
            Spread(_deviation, _distanceDeviation, moments.Variance),
            Spread(_second, _distanceSecond, moments.Second),
            _squaredSlopes,
            q * q * _slopeBends);
    }

    /// <summary>Var[D/E D − g/E g] of a square g.</summary>
    private double Spread(double variance, double mixed, double mean) => !(_distance > 0 && mean > 0) ? 0
        : Math.Max(_squaredDistance / Square(_distance) - 1 + variance / Square(mean) - 2 * mixed / (_distance * mean), 0);

    private static double Square(double x) => x * x;
}
