using System.Numerics;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Diagnostics;

/// <summary>The workspace of the diagnostics that an experiment has chosen, shared by its layers and allocated once.</summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed class DiagnosticTools<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly GradientProduct<double>? _product;
    private readonly BlockedMatrix<T> _input;
    private readonly CentredSamples<T>? _centredInput;

    /// <summary>Allocates what is needed.</summary>
    public DiagnosticTools(
        ExperimentDefinition experiment, BlockedMatrix<T> input, WorkerTeam team, TensorObserver<T> observer, VectorWidth width)
    {
        (Chosen, _input) = (experiment.Diagnostics, input);
        var widest = experiment.Layers.Max(layer => layer.FanOut);
        var blockRows = DenseTiling.BlockRows<T>(experiment.Batch);
        if (Chosen.HasFlag(DiagnosticGroups.Saturation))
            Saturation = new(blockRows, widest, width);
        if (Chosen.HasFlag(DiagnosticGroups.Similarity))
            Cosine = new(blockRows, widest);
        if (!Chosen.HasFlag(DiagnosticGroups.Linearity) && !Chosen.HasFlag(DiagnosticGroups.Spectrum))
            return;
        var rows = Math.Max(experiment.Batch, experiment.HasBackward ? experiment.Layers.Max(layer => layer.FanIn) : 1);
        int[] widths = [experiment.Features, .. experiment.Layers.Select(layer => layer.FanOut)];
        _product = new(team, width, rows, widths.SelectMany(units => ((int, int)[])[(units, units), (experiment.Features, units)]));
        Centred = new(experiment.Batch, widest, observer, width);
        foreach (var layer in experiment.Layers)
            Centred.Prepare(layer.FanOut);
        if (Chosen.HasFlag(DiagnosticGroups.Spectrum))
            Covariance = new(_product, widest, width);
        if (!Chosen.HasFlag(DiagnosticGroups.Linearity))
            return;
        _centredInput = new(experiment.Batch, experiment.Features, observer, width);
        _centredInput.Prepare(experiment.Features);
        Linear = new(_centredInput, _product, experiment.Features, widest, width);
    }

    /// <summary>What is chosen.</summary>
    public DiagnosticGroups Chosen { get; }

    /// <summary>For <c>saturation</c>.</summary>
    public SaturationCount<T>? Saturation { get; }

    /// <summary>For <c>similarity</c>.</summary>
    public PairCosine<T>? Cosine { get; }

    /// <summary>For <c>linearity</c> and <c>spectrum</c>.</summary>
    public CentredSamples<T>? Centred { get; }

    /// <summary>For <c>spectrum</c>.</summary>
    public UnitCovariance? Covariance { get; }

    /// <summary>For <c>linearity</c>.</summary>
    public LinearFit<T>? Linear { get; }

    /// <summary>Takes the input of this run; the first layer's Observe asks for it.</summary>
    public void RefreshInput() => Linear?.Refresh(_input);

    /// <inheritdoc/>
    public void Dispose()
    {
        _product?.Dispose();
        _centredInput?.Dispose();
        Saturation?.Dispose();
        Centred?.Dispose();
        Covariance?.Dispose();
        Linear?.Dispose();
    }
}
