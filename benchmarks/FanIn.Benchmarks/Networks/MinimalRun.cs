using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Statistics;

namespace FanIn.Benchmarks.Networks;

/// <summary>
/// The standard run with no more observed than histogram, mean and std: the histogram is the runtime's own, block by block; mean and std
/// are those of the two plain sums Σx and Σx². What the other statistics cost is the difference to the whole run.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed unsafe class MinimalRun<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Network<T> _network;
    private readonly HistogramCounter<T> _counter;
    private readonly BinEdges<T> _bins;
    private readonly long[] _counts;

    public MinimalRun(Network<T> network)
    {
        var histogram = network.Definition.Activations!;
        var (low, high) = histogram.Range!.Value;
        _network = network;
        _counter = new(threads: 1, VectorWidths.Preferred, histogram.Bins);
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
            _counter.Begin(view, _bins);
            var (sum, squares) = (0.0, 0.0);
            for (int chunk = 0; chunk < view.Chunks; chunk += view.ChunksPerItem)
            {
                int chunks = Math.Min(view.ChunksPerItem, view.Chunks - chunk);
                for (int i = chunk; i < chunk + chunks; i++)
                    AddChunk(view, i, ref sum, ref squares);
                _counter.CountChunks(chunk, chunks, worker: 0);
            }

            _counter.Complete(default, _counts);
            double mean = sum / view.Count;
            Layers[layer] = (mean, Math.Sqrt((squares / view.Count) - (mean * mean)));
        }
    }

    public void Dispose() => _network.Dispose();

    // Chunks of 40 are 5 vectors of float32 and 10 of float64: batch 1000 has no others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddChunk(in TensorView<T> view, int chunk, ref double sum, ref double squares)
    {
        Lanes256<T> s = default, q0 = default, q1 = default, q2 = default, q3 = default, q4 = default;
        var x = view.Chunk(0, chunk);
        for (int series = 0; series < view.Series; series++, x += view.SeriesStride)
        {
            for (int i = 0; i < TensorView<T>.ChunkLength; i += 5 * Lanes256<T>.Count)
            {
                var x0 = Lanes256<T>.Load(in x[i]);
                var x1 = Lanes256<T>.Load(in x[i + Lanes256<T>.Count]);
                var x2 = Lanes256<T>.Load(in x[i + (2 * Lanes256<T>.Count)]);
                var x3 = Lanes256<T>.Load(in x[i + (3 * Lanes256<T>.Count)]);
                var x4 = Lanes256<T>.Load(in x[i + (4 * Lanes256<T>.Count)]);
                s += (x0 + x1) + ((x2 + x3) + x4);
                q0 = Lanes256<T>.FusedMultiplyAdd(x0, x0, q0);
                q1 = Lanes256<T>.FusedMultiplyAdd(x1, x1, q1);
                q2 = Lanes256<T>.FusedMultiplyAdd(x2, x2, q2);
                q3 = Lanes256<T>.FusedMultiplyAdd(x3, x3, q3);
                q4 = Lanes256<T>.FusedMultiplyAdd(x4, x4, q4);
            }
        }

        sum += Total(s);
        squares += Total((q0 + q1) + ((q2 + q3) + q4));
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
