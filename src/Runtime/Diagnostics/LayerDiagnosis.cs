using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Diagnostics;

/// <summary>The diagnostics of one layer as of the last Observe.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="tools">What the layers share.</param>
/// <param name="isFirst">Whether it is the network's first layer.</param>
internal sealed unsafe class LayerDiagnosis<T>(DiagnosticTools<T> tools, bool isFirst)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private SaturationLimits _limits;
    private bool _hasPreActivations;
    private BlockedMatrix<double>? _weightGradient;
    private NativeBuffer<double>? _weightGradientBuffer;
    private double _low, _high, _inactive, _dead, _linear, _ratio, _rank, _cosine, _zeroRows, _jacobianMean, _jacobianSpread;

    /// <summary>Finds where φ saturates, when the layer is made and when φ's numbers change.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="before">What it was before; null for a new layer.</param>
    public void Use<TActivation>(TActivation activation, TActivation? before)
        where TActivation : struct, IActivation
    {
        _hasPreActivations = true;
        if (tools.Saturation is not null && !(before is { } same && SaturationLimits.AreEqual(activation, same)))
            _limits = SaturationLimits.Of(activation);
    }

    /// <summary>Makes room for dW.</summary>
    public void ExpectWeightGradient(int fanIn, int fanOut)
    {
        if (tools.Covariance is null)
            return;
        _weightGradientBuffer = new(BlockedMatrix<double>.SizeFor(fanIn, fanOut));
        _weightGradient = new(_weightGradientBuffer, fanIn, fanOut);
    }

    /// <summary>Measures z.</summary>
    public void ObserveOutput(BlockedMatrix<T> output)
    {
        if (isFirst)
            tools.RefreshInput();
        if (tools.Centred is not { } centred)
            return;
        var samples = centred.Take(output);
        _linear = tools.Linear?.Share(samples, centred.SumOfSquares) ?? double.NaN;
        _ratio = tools.Covariance?.ParticipationRatio(samples) ?? double.NaN;
    }

    /// <summary>Measures a.</summary>
    public void ObservePreActivations<TActivation>(BlockedMatrix<T> a, TActivation activation)
        where TActivation : struct, IActivation
    {
        if (tools.Saturation is { } count)
        {
            count.Count(a, activation, _limits);
            var elements = (double)a.Rows * a.Units;
            var isDefined = !double.IsNaN(_limits.Low);
            (_low, _high) = isDefined ? (count.Low / elements, count.High / elements) : (double.NaN, double.NaN);
            (_inactive, _dead) = (count.Inactive / elements, (double)count.Dead / a.Units);
        }

        if (tools.Cosine is { } cosine)
            (_cosine, _zeroRows) = (cosine.Of(a), cosine.ZeroRows);
    }

    /// <summary>Measures dW.</summary>
    public void ObserveWeightGradient(ParameterGradient<T> gradient)
    {
        if (_weightGradient is not { } copy)
            return;
        var elements = new ReadOnlySpan<T>(gradient.Pointer, gradient.Rows * gradient.Columns);
        var most = 0.0;
        foreach (var element in elements)
            most = Math.Max(most, Math.Abs(double.CreateTruncating(element)));
        var scale = PowerOfTwo.Near(most);
        for (var row = 0; row < gradient.Rows; row++)
        {
            var (block, within) = Math.DivRem(row, copy.BlockRows);
            var target = copy.Block(block) + within;
            foreach (var element in elements.Slice(row * gradient.Columns, gradient.Columns))
            {
                *target = double.CreateTruncating(element) * scale;
                target += copy.BlockRows;
            }
        }

        _rank = tools.Covariance!.ParticipationRatio(copy);
        GC.KeepAlive(gradient);
    }

    /// <summary>Takes what the probes have found.</summary>
    public void SetJacobian(double mean, double spread) => (_jacobianMean, _jacobianSpread) = (mean, spread);

    /// <summary>A copy.</summary>
    public LayerDiagnostics ToResult()
    {
        var hasSaturation = _hasPreActivations && Has(DiagnosticGroups.Saturation);
        var hasCosine = _hasPreActivations && Has(DiagnosticGroups.Similarity);
        return new()
        {
            SaturatedLow = hasSaturation ? _low : null,
            SaturatedHigh = hasSaturation ? _high : null,
            Inactive = hasSaturation ? _inactive : null,
            Dead = hasSaturation ? _dead : null,
            LinearShare = Has(DiagnosticGroups.Linearity) ? _linear : null,
            ParticipationRatio = Has(DiagnosticGroups.Spectrum) ? _ratio : null,
            WeightGradientRank = _weightGradient is null ? null : _rank,
            Cosine = hasCosine ? _cosine : null,
            ZeroRows = hasCosine ? _zeroRows : null,
            JacobianMean = Has(DiagnosticGroups.Jacobian) ? _jacobianMean : null,
            JacobianSpread = Has(DiagnosticGroups.Jacobian) ? _jacobianSpread : null,
        };
    }

    /// <summary>Frees its memory.</summary>
    public void Free() => _weightGradientBuffer?.Dispose();

    private bool Has(DiagnosticGroups diagnostic) => tools.Chosen.HasFlag(diagnostic);
}
