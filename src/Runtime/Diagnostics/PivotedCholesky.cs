namespace FanIn.Runtime.Diagnostics;

/// <summary>
/// G = Pᵀ Uᵀ U P of a symmetric positive semidefinite matrix, the largest remaining diagonal element first; it ends where what remains is
/// rounding, and so finds the rank (Higham 2002, "Accuracy and stability of numerical algorithms", §10.3).
/// </summary>
/// <param name="most">Rows of the largest matrix.</param>
internal sealed class PivotedCholesky(int most)
{
    private const double Unit = 1.1102230246251565e-16;      // half of an ulp of 1

    private readonly double[] _matrix = new double[(long)most * most];
    private readonly int[] _order = new int[most];
    private int _size;

    /// <summary>Pivots that are more than rounding.</summary>
    public int Rank { get; private set; }

    /// <summary>Factors a matrix, row-major, of which the upper half is read.</summary>
    public void Factor(ReadOnlySpan<double> matrix, int size)
    {
        (_size, Rank) = (size, 0);
        matrix[..(size * size)].CopyTo(_matrix);
        for (var i = 0; i < size; i++)
            _order[i] = i;
        var tolerance = 0.0;
        for (var k = 0; k < size; k++)
        {
            Exchange(k, Largest(k));
            var pivot = Row(k)[k];
            if (k == 0)
                tolerance = 16 * size * Unit * pivot;
            if (!(pivot > tolerance))
                return;
            var row = Row(k);
            row[k] = Math.Sqrt(pivot);
            RowOperations.Divide(row[(k + 1)..], row[k]);
            for (var i = k + 1; i < size; i++)
                RowOperations.AddMultiple(Row(i)[i..], row[i..], -row[i]);
            Rank++;
        }
    }

    /// <summary>Replaces C, size rows of so many columns, by the first <see cref="Rank"/> rows of U⁻ᵀ P C, in the pivots' order.</summary>
    /// <returns>Where row k went.</returns>
    public ReadOnlySpan<int> SolveTransposed(Span<double> rows, int columns)
    {
        for (var k = 0; k < Rank; k++)
        {
            var solved = rows.Slice(_order[k] * columns, columns);
            var factors = Row(k);
            RowOperations.Divide(solved, factors[k]);
            for (var i = k + 1; i < Rank; i++)
                RowOperations.AddMultiple(rows.Slice(_order[i] * columns, columns), solved, -factors[i]);
        }

        return _order.AsSpan(0, Rank);
    }

    private Span<double> Row(int row) => _matrix.AsSpan(row * _size, _size);

    private int Largest(int from)
    {
        var best = from;
        for (var i = from + 1; i < _size; i++)
            best = Row(i)[i] > Row(best)[best] ? i : best;
        return best;
    }

    /// <summary>Rows and columns k and p, in the upper half.</summary>
    private void Exchange(int k, int p)
    {
        if (k == p)
            return;
        (_order[k], _order[p]) = (_order[p], _order[k]);
        for (var i = 0; i < _size; i++)
        {
            ref var first = ref i <= k ? ref Row(i)[k] : ref Row(k)[i];
            ref var second = ref i <= p ? ref Row(i)[p] : ref Row(p)[i];
            if (i != k && i != p)
                (first, second) = (second, first);
        }

        (Row(k)[k], Row(p)[p]) = (Row(p)[p], Row(k)[k]);
    }
}
