using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;

namespace FanIn.Theory.Quadrature;

/// <summary>Averages of φ over ξ at μ + τξ, for one τ and any μ: the inner integral of a pair.</summary>
internal sealed class InnerGaussian
{
    private readonly IScalarActivation _activation;
    private readonly PanelRule _rule;
    private readonly double _tau;
    private readonly double[] _edges;
    private readonly double[] _kinks;
    private double[] _xi = new double[256];
    private double[] _weights = new double[256];
    private int _count;

    /// <summary>Prepares φ for one τ.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="rule">How finely.</param>
    /// <param name="edges">Ascending edges of panels that resolve φ.</param>
    /// <param name="tau">τ, above 0.</param>
    public InnerGaussian(IScalarActivation activation, PanelRule rule, double[] edges, double tau)
    {
        (_activation, _rule, _tau, _edges) = (activation, rule, tau, edges);
        _kinks = [.. activation.Kinks];
    }

    /// <summary>E φ − φ(μ).</summary>
    public double Shift { get; private set; }

    /// <summary>E (φ − φ(μ))².</summary>
    public double SquaredShift { get; private set; }

    /// <summary>E φ′.</summary>
    public double Slope { get; private set; }

    /// <summary>E φ′².</summary>
    public double SquaredSlope { get; private set; }

    /// <summary>E[φ′² (ξ² − 1)]/τ² = E (φ′²)″.</summary>
    public double SquaredSlopeBend { get; private set; }

    /// <summary>E[φ′ξ]/τ = E φ″.</summary>
    public double Bend { get; private set; }

    /// <summary>E[φφ′ξ]/τ = ½ E (φ²)″.</summary>
    public double SquareBend { get; private set; }

    /// <summary>Averages at μ; the properties hold them until the next call.</summary>
    /// <param name="mu">μ.</param>
    /// <param name="centre">φ(μ).</param>
    public void At(double mu, double centre)
    {
        Place(mu);
        Shift = SquaredShift = Slope = SquaredSlope = SquaredSlopeBend = Bend = SquareBend = 0;
        for (var i = 0; i < _count; i++)
        {
            var (xi, weight) = (_xi[i], _weights[i]);
            var x = mu + _tau * xi;
            var (value, slope) = _activation.Both(x);
            var shift = value - centre;
            Shift += weight * shift;
            SquaredShift += weight * (shift * shift);
            Slope += weight * slope;
            SquaredSlope += weight * (slope * slope);
            SquaredSlopeBend += weight * (slope * slope * (xi * xi - 1));
            Bend += weight * (slope * xi);
            SquareBend += weight * (value * slope * xi);
        }

        SquaredSlopeBend /= _tau * _tau;
        Bend /= _tau;
        SquareBend /= _tau;
    }

    /// <summary>E f(μ + τξ) of a function with the kinks and the panels of φ.</summary>
    public double Average(double mu, Func<double, double> function)
    {
        Place(mu);
        var sum = 0.0;
        for (var i = 0; i < _count; i++)
        {
            sum += _weights[i] * function(mu + _tau * _xi[i]);
        }

        return sum;
    }

    /// <summary>Chooses the points around μ.</summary>
    private void Place(double mu)
    {
        _count = 0;
        if (!IsNarrowAt(mu))
        {
            PlacePanels(mu);
            return;
        }

        for (var i = 0; i < _rule.HermitePoints; i++)
        {
            Place(_rule.Hermite.Points[i], _rule.Hermite.Weights[i]);
        }
    }

    private void PlacePanels(double mu)
    {
        var low = -_rule.Reach;
        var next = FirstEdgeAbove(mu + _tau * low);
        while (low < _rule.Reach)
        {
            var high = Math.Min(low + _rule.Width, _rule.Reach);
            if (next < _edges.Length && (_edges[next] - mu) / _tau <= high)
            {
                high = Math.Max(low, (_edges[next] - mu) / _tau);
                next++;
            }

            var half = (high - low) / 2;
            for (var k = 0; k < _rule.Points && half > 0; k++)
            {
                var xi = low + half + half * _rule.Rule.Points[k];
                Place(xi, half * _rule.Rule.Weights[k] * Elementary.InverseSqrt2Pi * Elementary.Exp(-0.5 * xi * xi));
            }

            low = high;
        }
    }

    private void Place(double xi, double weight)
    {
        if (_count == _xi.Length)
        {
            Array.Resize(ref _xi, 2 * _count);
            Array.Resize(ref _weights, 2 * _count);
        }

        (_xi[_count], _weights[_count]) = (xi, weight);
        _count++;
    }

    /// <summary>Whether the Gaussian around μ meets no kink, and only panels much wider than it is.</summary>
    private bool IsNarrowAt(double mu)
    {
        foreach (var kink in _kinks)
        {
            if (Math.Abs(kink - mu) < _rule.Reach * _tau)
            {
                return false;
            }
        }

        var first = FirstEdgeAbove(mu - 2 * _tau);
        for (var i = Math.Max(first, 1); i < _edges.Length && _edges[i - 1] < mu + 2 * _tau; i++)
        {
            if (_edges[i] - _edges[i - 1] < _rule.HermiteRatio * _tau)
            {
                return false;
            }
        }

        return true;
    }

    private int FirstEdgeAbove(double x)
    {
        var found = Array.BinarySearch(_edges, x);
        return found >= 0 ? found + 1 : ~found;
    }
}
