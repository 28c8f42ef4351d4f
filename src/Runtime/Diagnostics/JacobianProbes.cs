using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Statistics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Diagnostics;

/// <summary>
/// Moments of the squared singular values of J = ∂(output)/∂(a layer's input) for each sample, without forming J. For v of n standard
/// normals, n the units of the output, ‖Jᵀv‖²/‖v‖² has the mean tr JJᵀ/n and the variance 2/(n + 2) times that of JJᵀ's eigenvalues,
/// since v/‖v‖ is uniform on the sphere (Avron and Toledo 2011, "Randomized algorithms for estimating the trace", normalised
/// Rayleigh-quotient estimator); and Jᵀv is what a backward pass gives. Where J is an isometry each probe finds so exactly.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class JacobianProbes<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ExperimentDefinition _experiment;
    private readonly Backpropagation<T> _back;
    private readonly InputLayer<T>[] _probes;
    private readonly NativeBuffer<T> _upstream;
    private readonly int _upstreamLength;
    private readonly double[] _sums;
    private readonly double[] _squares;
    private readonly double[] _scales;
    private readonly double[] _lengths;
    private readonly double[] _norms;

    /// <summary>Makes ready. Probes are drawn from philox whatever the stream is, so that they change no other draw.</summary>
    public JacobianProbes(ExperimentDefinition experiment, Backpropagation<T> back, Seed seed, WorkerTeam team)
    {
        (_experiment, _back) = (experiment, back);
        var last = back.Of(experiment.Layers.Count);
        var draw = new TensorDraw(new PhiloxSource(seed.ForPhilox), team, longestRow: last.Units);
        var numbers = Enumerable.Range(1, CountFor(experiment.Batch));
        _probes = [.. numbers.Select(number => new InputLayer<T>(last, $"jacobian/{number}", draw))];
        _upstreamLength = checked((int)BlockedMatrix<T>.SizeFor(last.Rows, last.Units));
        _upstream = new(_upstreamLength);
        _sums = new double[experiment.Layers.Count * experiment.Batch];
        _squares = new double[experiment.Layers.Count * experiment.Batch];
        _scales = new double[experiment.Layers.Count];
        _lengths = new double[experiment.Batch];
        _norms = new double[experiment.Batch];
    }

    /// <summary>Probes of each sample: 4096 in all, but 4 to 64 of each.</summary>
    public static int CountFor(int batch) => Math.Clamp((4096 + batch - 1) / batch, 4, 64);

    /// <summary>Sends the probes back. The gradients are afterwards what they were.</summary>
    /// <param name="backward">Sends what stands at the output back through all layers, without weight gradients.</param>
    public void Run(Action backward)
    {
        var output = _back.Of(_experiment.Layers.Count);
        var upstream = new Span<T>(output.Block(0), _upstreamLength);
        upstream.CopyTo(new(_upstream.Pointer, _upstreamLength));
        _sums.AsSpan().Clear();
        _squares.AsSpan().Clear();
        for (var probe = 0; probe < _probes.Length; probe++)
        {
            _probes[probe].DrawNormal(mean: 0, std: 1);
            SquaredNorms(output, _lengths);
            backward();
            for (var layer = 0; layer < _scales.Length; layer++)
                Take(layer, isFirst: probe == 0);
        }

        new ReadOnlySpan<T>(_upstream.Pointer, _upstreamLength).CopyTo(upstream);
        backward();
        GC.KeepAlive(this);
    }

    /// <summary>
    /// Mean of the squared singular values that J can have, min(fan_in, units of the output) a sample, over the batch, and their variance
    /// over the mean's square.
    /// </summary>
    public (double Mean, double Spread) Of(int layer)
    {
        var units = _experiment.Layers[^1].FanOut;
        var most = (double)units / Math.Min(_experiment.Layers[layer].FanIn, units);
        var sums = Samples(_sums, layer);
        var squares = Samples(_squares, layer);
        var (traces, seconds) = (0.0, 0.0);
        for (var i = 0; i < sums.Length; i++)
        {
            var mean = sums[i] / _probes.Length;
            var variance = Math.Max(squares[i] - (mean * sums[i]), 0) / (_probes.Length - 1);
            traces += mean;
            seconds += (variance * (units + 2) / 2) + (mean * mean) - (variance / _probes.Length);
        }

        traces *= most / sums.Length;
        seconds *= most / sums.Length;
        return (traces / _scales[layer], (seconds / (traces * traces)) - 1);
    }

    /// <inheritdoc/>
    public void Dispose() => _upstream.Dispose();

    private Span<double> Samples(double[] of, int layer) => of.AsSpan(layer * _experiment.Batch, _experiment.Batch);

    /// <summary>Adds ‖Jᵀv‖²/‖v‖² and its square; the first probe finds the power of two that keeps the squares in range.</summary>
    private void Take(int layer, bool isFirst)
    {
        SquaredNorms(_back.Of(layer), _norms);
        for (var i = 0; i < _norms.Length; i++)
            _norms[i] /= _lengths[i];
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
    private static void SquaredNorms(BlockedMatrix<T> gradient, double[] result)
    {
        result.AsSpan().Clear();
        for (var block = 0; block < gradient.Blocks; block++)
        {
            var norms = result.AsSpan(block * gradient.BlockRows, gradient.RowsOf(block));
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
