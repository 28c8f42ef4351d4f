using System.Collections.Immutable;
using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Results;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Layers;

/// <summary>Collects where a layer's pre-activations sit on φ, and how steep φ is there. Memory is taken at construction.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="setup">Of the layer.</param>
internal sealed unsafe class SlopeCollector<T>(LayerSetup<T> setup)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Of either histogram.</summary>
    public const int Bins = 60;

    private const int HalfCurve = 120;
    private const int MostDeviations = 2;
    private const double NarrowestWindow = 6;
    private const double WindowDeviations = 4;

    private readonly BinEdges<T> _bins = new(Bins);
    private readonly ObservedTensor _pre = new($"pre-activations of {setup.Layer.Name}", Bins);
    private readonly ObservedTensor _slopes = new($"slopes of {setup.Layer.Name}", Bins);
    private readonly CurvePoint[] _curve = new CurvePoint[(2 * HalfCurve) + 1];
    private readonly CurvePoint[] _tangents = new CurvePoint[(2 * MostDeviations) + 1];
    private bool _isCollected;

    /// <summary>Room for a, and after that for its slopes, for a layer that does not keep a; the layers share it.</summary>
    public BlockedMatrix<T> Scratch { get; } = setup.Memory.Scratch(setup.Layer.FanOut);

    /// <summary>Collects.</summary>
    /// <param name="pre">a; may be <see cref="Scratch"/>, which holds the slopes afterwards.</param>
    /// <param name="activation">φ.</param>
    public void Observe<TActivation>(BlockedMatrix<T> pre, TActivation activation)
        where TActivation : struct, IActivation
    {
        setup.Observer.Observe(pre.View(), _bins, automatic: true, _pre);
        var (mean, std) = double.IsFinite(_pre.Std) ? (_pre.Mean, _pre.Std) : (0, 0);
        var window = Math.Max(NarrowestWindow, Math.Abs(mean) + (WindowDeviations * std));
        _bins.Reset(-window, window);
        setup.Observer.Observe(pre.View(), _bins, automatic: false, _pre);

        var (least, steepest) = (0.0, 0.0);
        for (var i = 0; i < _curve.Length; i++)
        {
            _curve[i] = PointAt(activation, window * (i - HalfCurve) / HalfCurve);
            least = Math.Min(least, Finite(_curve[i].Slope));
            steepest = Math.Max(steepest, Finite(_curve[i].Slope));
        }

        for (var i = 0; i < _tangents.Length; i++)
            _tangents[i] = PointAt(activation, mean + ((i - MostDeviations) * std));
        for (var block = 0; block < pre.Blocks; block++)
        {
            var kernel = new SlopeKernel<T, TActivation>(pre.Block(block), Scratch.Block(block), pre.Units * pre.BlockRows, activation);
            VectorKernel.Run<T, SlopeKernel<T, TActivation>>(kernel, setup.Width);
        }

        var (low, high) = (-RoundedUp(-least), RoundedUp(steepest));
        _bins.Reset(low, high > low ? high : low + 1);
        setup.Observer.Observe(Scratch.View(), _bins, automatic: false, _slopes);
        _isCollected = true;
    }

    /// <summary>A copy of what was collected; null when nothing was.</summary>
    public LayerSlopes? ToResult() => !_isCollected ? null : new()
    {
        PreActivations = _pre.ToStatistics(),
        Slopes = _slopes.ToStatistics(),
        Curve = ImmutableArray.Create(_curve),
        Tangents = ImmutableArray.Create(_tangents),
    };

    private static CurvePoint PointAt<TActivation>(TActivation activation, double x)
        where TActivation : struct, IActivation
    {
        var lane = new Lane<double>(x);
        return new(x, activation.Apply(lane).Value, activation.Derivative(lane).Value);
    }

    private static double Finite(double slope) => double.IsFinite(slope) ? slope : 0;

    /// <summary>The next number with two digits: the curve's points may miss the steepest place by a little.</summary>
    private static double RoundedUp(double value)
    {
        if (value is < 1e-15 or > 1e15)
            return value;
        var power = 0.01;
        while (value < 10 * power)
            power /= 10;
        while (value > 100 * power)
            power *= 10;
        return Math.Ceiling(value / power) * power;
    }
}
