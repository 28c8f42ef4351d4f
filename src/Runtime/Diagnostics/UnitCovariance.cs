using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Diagnostics;

/// <summary>In how many directions rows of numbers spread, from the Gram matrix of their columns.</summary>
/// <param name="product">Contracts over rows.</param>
/// <param name="columns">Of the widest matrix.</param>
/// <param name="width">Of the vectors.</param>
internal sealed unsafe class UnitCovariance(GradientProduct<double> product, int columns, VectorWidth width) : IDisposable
{
    private readonly NativeBuffer<double> _gram = new((long)columns * columns);

    /// <summary>
    /// The participation ratio (Σλ)²/Σλ² of the eigenvalues of AᵀA, which are A's squared singular values: (tr AᵀA)²/‖AᵀA‖², between 1
    /// and the number of columns. NaN for a matrix of zeros.
    /// </summary>
    public double ParticipationRatio(BlockedMatrix<double> rows)
    {
        product.Run(rows, rows, _gram.Pointer, null);
        var trace = 0.0;
        for (var unit = 0; unit < rows.Units; unit++)
            trace += _gram.Pointer[(unit * (nint)rows.Units) + unit];
        var view = TensorView<double>.OfRows(_gram.Pointer, rows.Units, rows.Units);
        var squares = MeanSquare.Of(view, width) * view.Count;
        GC.KeepAlive(this);
        return trace > 0 ? trace * trace / squares : double.NaN;
    }

    /// <inheritdoc/>
    public void Dispose() => _gram.Dispose();
}
