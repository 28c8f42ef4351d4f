using System.Numerics;
using System.Runtime.CompilerServices;
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

    /// <summary>Bins per unit of x.</summary>
    public T Scale { get; private set; }

    /// <summary>The first edge.</summary>
    public T First => _edges[0];

    /// <summary>The first value above the range.</summary>
    public T AfterLast => _edges[^1];

    /// <summary>
    /// What separates arithmetic from truth, in bins: with it added and subtracted <see cref="BinPlace{TVector}"/> gives the same bin
    /// only where that is the right one. 0 where the arithmetic is exact; NaN where nothing is proven.
    /// </summary>
    public T Tolerance { get; private set; }

    /// <summary>The slot of what is below; those before it are the bins.</summary>
    public int BelowSlot => Bins;

    /// <summary>The slot of what is above, or of what is no number.</summary>
    public int AboveSlot => Bins + 1;

    /// <summary>Puts the bins over another range.</summary>
    public void Reset(double low, double high)
    {
        (Low, High) = (low, high);
        for (var i = 0; i <= Bins; i++)
            _edges[i] = T.CreateTruncating(Histogram.EdgeOf(low, high, Bins, i));
        Scale = T.CreateTruncating(Bins) / (_edges[Bins] - _edges[0]);
        _edges[Bins] = T.BitIncrement(_edges[Bins]);
        Tolerance = Prove();
    }

    /// <summary>The range that an automatic histogram of these extremes has: NumPy widens an empty one by ½ on both sides.</summary>
    public void ResetToExtremes(double low, double high)
    {
        if (low > high)
            Reset(0, 1);        // no finite element: NumPy's range for nothing
        else if (low == high)
            Reset(low - 0.5, high + 0.5);
        else
            Reset(low + 0.0, high + 0.0);       // −0 becomes +0: which zero was met first says nothing
    }

    /// <summary>The arithmetic in vectors of a type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BinPlace<TVector> Place<TVector>()
        where TVector : struct, IVector<TVector, T> => new(
            TVector.Broadcast(First), TVector.Broadcast(Scale), TVector.Constant(Bins - 0.5), TVector.Broadcast(AfterLast),
            TVector.Constant(BelowSlot), TVector.Constant(AboveSlot));

    /// <summary>The slot of x by comparison, which is right whatever the arithmetic.</summary>
    public int Find(T x)
    {
        if (!(x < AfterLast))
            return AboveSlot;
        if (x < First)
            return BelowSlot;
        if (T.IsNaN(Tolerance))
            return Search(x);
        var bin = Math.Min(int.CreateTruncating((x - First) * Scale), Bins - 1);       // at most a little off
        while (x < _edges[bin])
            bin--;
        while (x >= _edges[bin + 1])
            bin++;
        return bin;
    }

    private int Search(T x)
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

    private T Prove()
    {
        if (!(T.IsFinite(Scale) && Scale > T.Zero))
            return T.NaN;
        var step = T.CreateTruncating(4 * Bins) * (T.BitIncrement(T.One) - T.One);
        var (widest, growth) = (T.CreateTruncating(0.125), T.CreateTruncating(32));
        for (var tolerance = T.Zero; tolerance < widest; tolerance = tolerance == T.Zero ? step : tolerance * growth)
        {
            if (Brackets(tolerance))
                return tolerance;
        }

        return T.NaN;
    }

    /// <summary>
    /// Whether the bin is never above the truth with the tolerance subtracted, nor below it with the tolerance added. Either is checked at
    /// the end of each bin where it would fail first.
    /// </summary>
    private bool Brackets(T tolerance)
    {
        var place = Place<Lane<T>>();
        for (var bin = 0; bin < Bins; bin++)
        {
            if (_edges[bin] >= _edges[bin + 1])
                continue;       // no number lies between equal edges
            var atStart = place.InRange(new(_edges[bin]), new(tolerance)).Value;
            var atEnd = place.InRange(new(T.BitDecrement(_edges[bin + 1])), new(-tolerance)).Value;
            if (T.Truncate(atStart) < T.CreateTruncating(bin) || T.Truncate(atEnd) > T.CreateTruncating(bin))
                return false;
        }

        return true;
    }
}
