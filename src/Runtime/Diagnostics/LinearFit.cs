using System.Numerics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Diagnostics;

/// <summary>
/// How much of a layer's z a linear function of the input x, with intercept, explains: 1 − (1 − R²)(N − 1)/(N − r − 1), R² the explained
/// share of all units' squares together and r the rank of the centred x. x is factored once and serves every layer.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="centredInput">x, centred, as of the last <see cref="Refresh"/>.</param>
/// <param name="product">Contracts over samples.</param>
/// <param name="features">Of the input.</param>
/// <param name="widest">Units of the widest layer.</param>
/// <param name="width">Of the vectors.</param>
internal sealed unsafe class LinearFit<T>(
    CentredSamples<T> centredInput, GradientProduct<double> product, int features, int widest, VectorWidth width) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly PivotedCholesky _factor = new(features);
    private readonly NativeBuffer<double> _products = new((long)features * Math.Max(features, widest));
    private BlockedMatrix<double>? _input;
    private double _inputSquares;

    /// <summary>Takes the input.</summary>
    public void Refresh(BlockedMatrix<T> input)
    {
        _input = centredInput.Take(input);
        _inputSquares = centredInput.SumOfSquares;
        product.Run(_input, _input, _products.Pointer, null);
        _factor.Factor(new(_products.Pointer, features * features), features);
        GC.KeepAlive(this);
    }

    /// <summary>The linear share of a layer; NaN where no input changes it, x is not finite, or the batch has no more than r + 1
    /// samples.</summary>
    /// <param name="output">z, centred.</param>
    /// <param name="total">The sum of its squares.</param>
    public double Share(BlockedMatrix<double> output, double total)
    {
        var units = output.Units;
        product.Run(_input!, output, _products.Pointer, null);
        var rows = _factor.SolveTransposed(new(_products.Pointer, features * units), units);
        var explained = 0.0;
        foreach (var row in rows)
            explained += MeanSquare.Of(TensorView<double>.OfRows(_products.Pointer + ((nint)row * units), 1, units), width) * units;
        GC.KeepAlive(this);
        var freedom = output.Rows - _factor.Rank - 1;
        return total > 0 && freedom > 0 && double.IsFinite(_inputSquares)
            ? 1 - ((1 - (explained / total)) * (output.Rows - 1) / freedom)
            : double.NaN;
    }

    /// <inheritdoc/>
    public void Dispose() => _products.Dispose();
}
