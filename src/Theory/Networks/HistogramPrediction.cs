using FanIn.Theory.Activations;
using FanIn.Theory.Numerics;

namespace FanIn.Theory.Networks;

/// <summary>How the values z = φ(a), a ~ N(0, q), of a wide layer fall into bins.</summary>
/// <param name="Shares">Share of the values in each bin, atoms included.</param>
/// <param name="Below">Share below the first edge.</param>
/// <param name="Above">Share above the last edge.</param>
/// <param name="Atoms">Values that have a share of their own: ReLU's zero, the ends of hard functions; ascending.</param>
public sealed record HistogramPrediction(
    IReadOnlyList<double> Shares, double Below, double Above, IReadOnlyList<(double Value, double Share)> Atoms)
{
    // 15 standard deviations: what lies beyond is below the smallest share that can be counted.
    private const double Reach = 15;

    /// <summary>The histogram by inverting φ at every edge on every piece where it is monotone.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="q">Variance of the pre-activations, above 0.</param>
    /// <param name="edges">Ascending, at least two; a value on an edge belongs to the bin on its right, on the last to the last.</param>
    public static HistogramPrediction Of(IScalarActivation activation, double q, IReadOnlyList<double> edges)
    {
        var s = Math.Sqrt(q);
        var cumulated = new double[edges.Count];
        var total = 0.0;
        var atoms = new SortedDictionary<double, double>();
        foreach (var (low, high) in MonotonePieces.Of(activation, Reach * s))
        {
            var mass = Between(low, high, s);
            total += mass;
            var (left, right) = Ends(activation, low, high);
            if (left == right)
            {
                atoms[left] = (atoms.TryGetValue(left, out var known) ? known : 0) + mass;
                continue;
            }

            for (var i = 0; i < cumulated.Length; i++)
            {
                cumulated[i] += MassBelow(activation, (low, high), (left, right), edges[i], s);
            }
        }

        return Count(edges, cumulated, total, atoms);
    }

    private static HistogramPrediction Count(
        IReadOnlyList<double> edges, double[] cumulated, double total, SortedDictionary<double, double> atoms)
    {
        var last = edges.Count - 1;
        var shares = new double[last];
        for (var i = 0; i < last; i++)
        {
            shares[i] = cumulated[i + 1] - cumulated[i];
        }

        var below = cumulated[0];
        var above = total - atoms.Values.Sum() - cumulated[last];
        foreach (var (value, share) in atoms.Select(atom => (atom.Key, atom.Value)))
        {
            var bin = 0;
            while (bin < last && !(value < edges[bin + 1] || (bin + 1 == last && value == edges[last])))
            {
                bin++;
            }

            (below, above) = (value < edges[0] ? below + share : below, bin == last ? above + share : above);
            if (value >= edges[0] && bin < last)
            {
                shares[bin] += share;
            }
        }

        return new HistogramPrediction(shares, below, Math.Max(above, 0), [.. atoms.Select(atom => (atom.Key, atom.Value))]);
    }

    /// <summary>Share of the piece's values that lie below an edge.</summary>
    private static double MassBelow(
        IScalarActivation activation, (double Low, double High) piece, (double Left, double Right) ends, double edge, double s)
    {
        var rises = ends.Left < ends.Right;
        var (smallest, largest) = rises ? ends : (ends.Right, ends.Left);
        if (edge <= smallest)
        {
            return 0;
        }

        if (edge >= largest)
        {
            return Between(piece.Low, piece.High, s);
        }

        var x = Root.Between(t => activation.Value(t) - edge, Inner(piece, 1), Inner(piece, -1));
        return rises ? Between(piece.Low, x, s) : Between(x, piece.High, s);
    }

    /// <summary>φ at both ends of a piece, seen from within: φ may jump there.</summary>
    private static (double Left, double Right) Ends(IScalarActivation activation, double low, double high) =>
        (activation.Value(Inner((low, high), 1)), activation.Value(Inner((low, high), -1)));

    private static double Inner((double Low, double High) piece, int side)
    {
        var step = 1e-14 * Math.Max(piece.High - piece.Low, Math.Max(Math.Abs(piece.Low), Math.Abs(piece.High)));
        return side > 0 ? piece.Low + step : piece.High - step;
    }

    private static double Between(double low, double high, double s) => SlopeProfile.Share([(low, high)], 0, s);
}
