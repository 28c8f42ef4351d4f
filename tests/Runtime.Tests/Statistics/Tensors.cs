using System.Numerics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Results;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Tests.Statistics;

/// <summary>Measures arrays as the runtime measures layers.</summary>
internal static unsafe class Tensors
{
    /// <summary>Statistics of a Rows × Units matrix in the layout of activations.</summary>
    public static (TensorStatistics Statistics, VarianceSplit Split, double[] UnitMeans) Measure<T>(
        T[] rowMajor, int units, int bins = 30, (double Low, double High)? range = null, int threads = 1, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = rowMajor.Length / units;
        using var team = new WorkerTeam(threads);
        using var buffer = new NativeBuffer<T>(BlockedMatrix<T>.SizeFor(rows, units));
        new Span<T>(buffer.Pointer, (int)BlockedMatrix<T>.SizeFor(rows, units)).Fill(T.CreateTruncating(12345));   // must never be counted
        var matrix = new BlockedMatrix<T>(buffer, rows, units);
        for (var row = 0; row < rows; row++)
            matrix.SetRows(row, rowMajor.AsSpan(row * units, units));
        var observer = Observer<T>(team, units, rows, bins, width);
        var result = Result(observer, matrix.View(), bins, range);
        var means = new double[units];
        observer.UnitMeans(means);
        return (result, observer.Split().ToSplit(), means);
    }

    /// <summary>Statistics of a row-major matrix, as those of weights are taken.</summary>
    public static TensorStatistics MeasureRows<T>(
        T[] values, int columns, int bins = 30, (double Low, double High)? range = null, int threads = 1, VectorWidth? width = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var team = new WorkerTeam(threads);
        fixed (T* data = values)
        {
            var view = TensorView<T>.OfRows(data, values.Length / columns, columns);
            return Result(Observer<T>(team, view.Series, view.Length, bins, width), view, bins, range);
        }
    }

    private static TensorObserver<T> Observer<T>(WorkerTeam team, int series, int length, int bins, VectorWidth? width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(team, width ?? VectorWidths.Preferred, default(ReductionCapacity).Include(series, length), bins);

    private static TensorStatistics Result<T>(
        TensorObserver<T> observer, in TensorView<T> view, int bins, (double Low, double High)? range)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var edges = new BinEdges<T>(bins);
        if (range is { } given)
            edges.Reset(given.Low, given.High);
        var result = new ObservedTensor("test", bins);
        observer.Observe(view, edges, range is null, result);
        return result.ToStatistics();
    }
}
