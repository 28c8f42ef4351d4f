using System.Numerics;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// NumPy's bins: edge i is i·((high − low)/bins) + low in float64, rounded to the dtype; an element on an edge belongs to the bin on its
/// right, the last edge is inclusive. <see cref="Reset"/> proves how far arithmetic can find an element's bin.
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

    /// <summary>Bins per unit of x.</summary>
    public T Scale { get; private set; }

    /// <summary>The first edge.</summary>
    public T First => _edges[0];

    /// <summary>The first value above the range.</summary>
    public T AfterLast => _edges[^1];

    /// <summary>What is proven of <see cref="BinIndex"/> for these bins.</summary>
    public BinArithmetic Arithmetic { get; private set; }

    /// <summary>Puts the bins over another range.</summary>
    public void Reset(double low, double high)
    {
        (Low, High) = (low, high);
        for (var i = 0; i <= Bins; i++)
            _edges[i] = T.CreateTruncating(Histogram.EdgeOf(low, high, Bins, i));
        Scale = T.CreateTruncating(Bins) / (_edges[Bins] - _edges[0]);
        _edges[Bins] = T.BitIncrement(_edges[Bins]);
        Arithmetic = Prove();
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

    /// <summary>The index never falls while x grows: what holds at both ends of a bin holds throughout.</summary>
    private BinArithmetic Prove()
    {
        if (!(T.IsFinite(Scale) && Scale > T.Zero))
            return BinArithmetic.Unproven;
        var off = T.Zero;
        for (var bin = 0; bin < Bins; bin++)
        {
            if (_edges[bin] >= _edges[bin + 1])
                continue;       // no number lies between equal edges
            off = T.Max(off, T.Max(Off(_edges[bin], bin), Off(T.BitDecrement(_edges[bin + 1]), bin)));
        }

        return off == T.Zero ? BinArithmetic.Exact : off == T.One ? BinArithmetic.WithinOne : BinArithmetic.Unproven;
    }

    private T Off(T x, int bin)
    {
        var index = BinIndex.Of<Lane<T>>(new(x), new(First), new(Scale), new(T.CreateTruncating(Bins - 1))).Value;
        return T.Abs(index - T.CreateTruncating(bin));
    }
}
