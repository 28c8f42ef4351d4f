using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Statistics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Diagnostics;

/// <summary>
/// Moments of the squared singular values of J = ∂(output)/∂(a layer's input) for each sample, without forming J: for v of standard
/// normals vᵀJJᵀv = ‖Jᵀv‖² has mean tr JJᵀ and variance
/// 2 tr (JJᵀ)² (Avron and Toledo 2011, "Randomized algorithms for estimating the trace", lemma 9), and Jᵀv is what a backward pass gives.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class JacobianProbes<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Probes of each sample.</summary>
    public const int Count = 8;

    private readonly ExperimentDefinition _experiment;
    private readonly Backpropagation<T> _back;
    private readonly InputLayer<T>[] _probes;
    private readonly NativeBuffer<T> _upstream;
    private readonly int _upstreamLength;
    private readonly double[] _sums;
    private readonly double[] _squares;
    private readonly double[] _scales;
    private readonly double[] _norms;

    /// <summary>Makes ready. Probes are drawn from philox whatever the stream is, so that they change no other draw.</summary>
    public JacobianProbes(ExperimentDefinition experiment, Backpropagation<T> back, Seed seed, WorkerTeam team)
    {
        (_experiment, _back) = (experiment, back);
        var last = back.Of(experiment.Layers.Count);
        var draw = new TensorDraw(new PhiloxSource(seed.ForPhilox), team, longestRow: last.Units);
        _probes = [.. Enumerable.Range(1, Count).Select(number => new InputLayer<T>(last, $"jacobian/{number}", draw))];
        _upstreamLength = checked((int)BlockedMatrix<T>.SizeFor(last.Rows, last.Units));
        _upstream = new(_upstreamLength);
        _sums = new double[experiment.Layers.Count * experiment.Batch];
        _squares = new double[experiment.Layers.Count * experiment.Batch];
        _scales = new double[experiment.Layers.Count];
        _norms = new double[experiment.Batch];
    }

    /// <summary>Sends the probes back. The gradients are afterwards what they were.</summary>
    /// <param name="backward">Sends what stands at the output back through all layers, without weight gradients.</param>
    public void Run(Action backward)
    {
        var upstream = new Span<T>(_back.Of(_experiment.Layers.Count).Block(0), _upstreamLength);
        upstream.CopyTo(new(_upstream.Pointer, _upstreamLength));
        _sums.AsSpan().Clear();
        _squares.AsSpan().Clear();
        for (var probe = 0; probe < Count; probe++)
        {
            _probes[probe].DrawNormal(mean: 0, std: 1);
            backward();
            for (var layer = 0; layer < _scales.Length; layer++)
                Take(layer, isFirst: probe == 0);
        }

        new ReadOnlySpan<T>(_upstream.Pointer, _upstreamLength).CopyTo(upstream);
        backward();
        GC.KeepAlive(this);
    }

    /// <summary>Mean and standard deviation of a layer's squared singular values.</summary>
    public (double Mean, double Std) Of(int layer)
    {
        var values = Math.Min(_experiment.Layers[layer].FanIn, _experiment.Layers[^1].FanOut);
        var sums = Samples(_sums, layer);
        var squares = Samples(_squares, layer);
        var (traces, variances) = (0.0, 0.0);
        for (var i = 0; i < sums.Length; i++)
        {
            var products = (sums[i] * sums[i]) - squares[i];       // Σ over pairs of different probes
            var trace2 = (squares[i] - (sums[i] * sums[i] / Count)) / (2 * (Count - 1));
            traces += sums[i] / Count;
            variances += (trace2 / values) - (products / (Count * (Count - 1)) / values / values);
        }

        var mean = traces / sums.Length / values;
        var std = Math.Sqrt(variances > 0 || double.IsNaN(variances) ? variances / sums.Length : 0);
        return (mean / _scales[layer], std / _scales[layer]);
    }

    /// <inheritdoc/>
    public void Dispose() => _upstream.Dispose();

    private Span<double> Samples(double[] of, int layer) => of.AsSpan(layer * _experiment.Batch, _experiment.Batch);

    /// <summary>Adds ‖Jᵀv‖² and its square; the first probe finds the power of two that keeps the squares in range.</summary>
    private void Take(int layer, bool isFirst)
    {
        Norms(_back.Of(layer));
        if (isFirst)
            _scales[layer] = PowerOfTwo.Near(Largest(_norms));
        var sums = Samples(_sums, layer);
        var squares = Samples(_squares, layer);
        for (var i = 0; i < _norms.Length; i++)
        {
            var norm = _norms[i] * _scales[layer];
            sums[i] += norm;
            squares[i] += norm * norm;
        }
    }

    private static double Largest(double[] numbers)
    {
        var most = 0.0;
        foreach (var number in numbers)
            most = Math.Max(most, number);
        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Norms(BlockedMatrix<T> gradient)
    {
        _norms.AsSpan().Clear();
        for (var block = 0; block < gradient.Blocks; block++)
        {
            var norms = _norms.AsSpan(block * gradient.BlockRows, gradient.RowsOf(block));
            var element = gradient.Block(block);
            for (var unit = 0; unit < gradient.Units; unit++, element += gradient.BlockRows)
            {
                for (var i = 0; i < norms.Length; i++)
                {
                    var number = WideLanes.Number(element + i);
                    norms[i] = Math.FusedMultiplyAdd(number, number, norms[i]);
                }
            }
        }
    }
}
