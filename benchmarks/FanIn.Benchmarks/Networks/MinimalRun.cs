using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Statistics;

namespace FanIn.Benchmarks.Networks;

/// <summary>
/// The standard run with no more observed than histogram, mean and std: the histogram is the runtime's own, mean and std are those of
/// the two plain sums Σx and Σx². What the other statistics cost is the difference to the whole run.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class MinimalRun<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Network<T> _network;
    private readonly WorkerTeam _team = new(1);
    private readonly HistogramCounter<T> _counter;
    private readonly BinEdges<T> _bins;
    private readonly long[] _counts;

    public MinimalRun(Network<T> network)
    {
        var histogram = network.Definition.Activations!;
        var (low, high) = histogram.Range!.Value;
        _network = network;
        _counter = new(_team, histogram.Bins);
        _bins = new(histogram.Bins);
        _bins.Reset(low, high);
        _counts = new long[histogram.Bins + 2];
    }

    /// <summary>Mean and std of each layer as of the last run.</summary>
    public (double Mean, double Std)[] Layers { get; } = new (double, double)[5];

    public void Run()
    {
        _network.DrawForward();
        for (int layer = 0; layer < Layers.Length; layer++)
        {
            var view = _network.Activations(layer).View();
            _counter.Count(view, _bins, allFinite: true, _counts);
            var (sum, squares) = Sums(view);
            double mean = sum / view.Count;
            Layers[layer] = (mean, Math.Sqrt((squares / view.Count) - (mean * mean)));
        }
    }

    public void Dispose()
    {
        _network.Dispose();
        _team.Dispose();
    }

    // Chunks of 40 are 5 whole vectors of float32 and 10 of float64: batch 1000 has no others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Sum, double Squares) Sums(in TensorView<T> view)
    {
        var (total, totalSquares) = (0.0, 0.0);
        for (int chunk = 0; chunk < view.Chunks; chunk++)
        {
            Lanes256<T> sum = default, squares = default;
            for (int series = 0; series < view.Series; series++)
            {
                T* x = view.Chunk(series, chunk);
                for (int i = 0; i < TensorView<T>.ChunkLength; i += Lanes256<T>.Count)
                {
                    var value = Lanes256<T>.Load(in x[i]);
                    sum += value;
                    squares = Lanes256<T>.FusedMultiplyAdd(value, value, squares);
                }
            }

            total += Total(sum);
            totalSquares += Total(squares);
        }

        return (total, totalSquares);
    }

    private static double Total(Lanes256<T> vector)
    {
        Span<T> lanes = stackalloc T[Lanes256<T>.Count];
        vector.Store(ref lanes[0]);
        double total = 0;
        foreach (var lane in lanes)
            total += double.CreateTruncating(lane);
        return total;
    }
}
