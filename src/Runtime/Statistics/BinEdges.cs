using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// NumPy's bins: edge i is i·((high − low)/bins) + low in float64, rounded to the dtype; an element on an edge belongs to the bin on its
/// right, the last edge is inclusive. The index comes from arithmetic, is then compared with the edges beside it and so is exact;
/// <see cref="Reset"/> proves that one step of correction is enough.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed class BinEdges<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _edges;

    /// <summary>So many bins over [0, 1], for <see cref="Reset"/> to change.</summary>
    public BinEdges(int bins)
    {
        _edges = new T[bins + 1];
        Reset(0, 1);
    }

    /// <summary>Number of bins.</summary>
    public int Bins => _edges.Length - 1;

    /// <summary>Low end in float64.</summary>
    public double Low { get; private set; }

    /// <summary>High end in float64.</summary>
    public double High { get; private set; }

    /// <summary>The edges; in place of the last stands the first value above the range.</summary>
    public ReadOnlySpan<T> Edges => _edges;

    /// <summary>Bins per unit of x: see <see cref="BinGuess"/>.</summary>
    public T Scale { get; private set; }

    /// <summary>Whether <see cref="BinGuess"/> is at most one bin off for every x that is not NaN.</summary>
    public bool ArithmeticHolds { get; private set; }

    /// <summary>Puts the bins over another range.</summary>
    public void Reset(double low, double high)
    {
        (Low, High) = (low, high);
        for (var i = 0; i <= Bins; i++)
            _edges[i] = T.CreateTruncating(Histogram.EdgeOf(low, high, Bins, i));
        Scale = T.CreateTruncating(Bins) / (_edges[Bins] - _edges[0]);
        _edges[Bins] = T.BitIncrement(_edges[Bins]);
        ArithmeticHolds = ProveArithmetic();
    }

    /// <summary>The range that an automatic histogram of these extremes has: NumPy widens an empty one by ½ on both sides.</summary>
    public void ResetToExtremes(double low, double high)
    {
        if (low > high)
            Reset(0, 1);        // no finite element: NumPy's range for nothing
        else if (low == high)
            Reset(low - 0.5, high + 0.5);
        else
            Reset(low, high);
    }

    /// <summary>The bin of x by comparison alone: −1 below, <see cref="Bins"/> above.</summary>
    /// <param name="x">Not NaN.</param>
    public int Find(T x)
    {
        var (from, to) = (0, _edges.Length);        // edges before from are ≤ x, edges from to on are > x
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (_edges[middle] <= x)
                from = middle + 1;
            else
                to = middle;
        }

        return from - 1;
    }

    private int Guess(T x)
    {
        var index = BinGuess.Of<Lane<T>>(new(x), new(_edges[0]), new(Scale), new(T.CreateTruncating(Bins - 1))).Value;
        return typeof(T) == typeof(double) ? (int)Unsafe.BitCast<T, ulong>(index) : Unsafe.BitCast<T, int>(index);
    }

    /// <summary>The guess never falls while x grows: right to one bin at both ends of a bin means right to one bin throughout.</summary>
    private bool ProveArithmetic()
    {
        if (!(T.IsFinite(Scale) && Scale > T.Zero))
            return false;
        for (var bin = 0; bin < Bins; bin++)
        {
            if (_edges[bin] >= _edges[bin + 1])
                continue;       // no number lies between equal edges
            if (Math.Abs(Guess(_edges[bin]) - bin) > 1 || Math.Abs(Guess(T.BitDecrement(_edges[bin + 1])) - bin) > 1)
                return false;
        }

        return true;
    }
}
