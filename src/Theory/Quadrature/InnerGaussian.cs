using System.Runtime.CompilerServices;
using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;

namespace FanIn.Theory.Quadrature;

/// <summary>The averages of any φ by quadrature.</summary>
internal sealed class InnerGaussian : InnerAverages
{
    // From this share of the whole standard deviation on, points that serve every μ cost less than points around each.
    private const double SharedPoints = 0.25;

    // How far from μ, in τ, a panel still counts.
    private const double Seen = 3;

    private readonly IScalarActivation _activation;
    private readonly PanelRule _rule;
    private readonly double _tau;
    private readonly double[] _edges;
    private readonly double[] _kinks;
    private readonly NodeTable? _shared;
    private double[] _xi = new double[256];
    private double[] _weights = new double[256];
    private double[] _values = new double[256];
    private double[] _slopes = new double[256];
    private int _count;

    /// <summary>Prepares φ for one τ.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="rule">How finely.</param>
    /// <param name="s">Standard deviation of μ + τξ.</param>
    /// <param name="tau">τ, above 0.</param>
    public InnerGaussian(IScalarActivation activation, PanelRule rule, double s, double tau)
    {
        (_activation, _rule, _tau) = (activation, rule, tau);
        _kinks = [.. activation.Kinks];
        var isShared = tau > SharedPoints * s;
        var panels = isShared
            ? Panels.Cut(rule, rule.Reach * (Math.Sqrt(Math.Max(s * s - tau * tau, 0)) + tau), rule.Width * tau, 0, _kinks, activation.Both)
            : Panels.Cut(rule, s, _kinks, activation.Both);
        _edges = [.. panels.Select(panel => panel.Low), panels[panels.Count - 1].High];
        _shared = isShared ? NodeTable.Of(panels, rule) : null;
    }

    /// <inheritdoc/>
    [MethodImpl(Compile.AtOnce)]
    public override void At(double mu, double centre)
    {
        Place(mu);
        double shifts = 0, squaredShifts = 0, slopes = 0, squaredSlopes = 0, slopeBends = 0, bends = 0, squareBends = 0;
        for (var i = 0; i < _count; i++)
        {
            var (xi, weight, value, slope) = (_xi[i], _weights[i], _values[i], _slopes[i]);
            var shift = value - centre;
            shifts += weight * shift;
            squaredShifts += weight * (shift * shift);
            slopes += weight * slope;
            squaredSlopes += weight * (slope * slope);
            slopeBends += weight * (slope * slope * (xi * xi - 1));
            bends += weight * (slope * xi);
            squareBends += weight * (value * slope * xi);
        }

        (Shift, SquaredShift, Slope, SquaredSlope) = (shifts, squaredShifts, slopes, squaredSlopes);
        SquaredSlopeBend = slopeBends / (_tau * _tau);
        Bend = bends / _tau;
        SquareBend = squareBends / _tau;
    }

    /// <summary>E φ(μ + τξ) and E φ′(μ + τξ).</summary>
    public (double Value, double Slope) Average(double mu)
    {
        At(mu, 0);
        return (Shift, Slope);
    }

    /// <summary>Chooses the points around μ.</summary>
    private void Place(double mu)
    {
        _count = 0;
        if (_shared is not null)
        {
            PlaceShared(mu, _shared);
        }
        else if (IsNarrowAt(mu))
        {
            var hermite = _rule.Hermite;
            for (var i = 0; i < _rule.HermitePoints; i++)
            {
                Place(hermite.Points[i], hermite.Weights[i], _activation.Both(mu + _tau * hermite.Points[i]));
            }
        }
        else
        {
            PlacePanels(mu);
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void PlaceShared(double mu, NodeTable table)
    {
        var reach = _rule.Reach * _tau;
        var first = Array.BinarySearch(table.X, mu - reach);
        var factor = Elementary.InverseSqrt2Pi / _tau;
        for (var i = first < 0 ? ~first : first; i < table.X.Length && table.X[i] < mu + reach; i++)
        {
            var xi = (table.X[i] - mu) / _tau;
            Place(xi, table.Weights[i] * factor * Elementary.Exp(-0.5 * xi * xi), (table.Values[i], table.Slopes[i]));
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
                var weight = half * _rule.Rule.Weights[k] * Elementary.InverseSqrt2Pi * Elementary.Exp(-0.5 * xi * xi);
                Place(xi, weight, _activation.Both(mu + _tau * xi));
            }

            low = high;
        }
    }

    private void Place(double xi, double weight, (double Value, double Slope) function)
    {
        if (_count == _xi.Length)
        {
            Array.Resize(ref _xi, 2 * _count);
            Array.Resize(ref _weights, 2 * _count);
            Array.Resize(ref _values, 2 * _count);
            Array.Resize(ref _slopes, 2 * _count);
        }

        (_xi[_count], _weights[_count], _values[_count], _slopes[_count]) = (xi, weight, function.Value, function.Slope);
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

        var first = FirstEdgeAbove(mu - Seen * _tau);
        for (var i = Math.Max(first, 1); i < _edges.Length && _edges[i - 1] < mu + Seen * _tau; i++)
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
