using FanIn.Runtime.Activations;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Experiments;

/// <summary>What initialisers that look at the data do after the draw. The layers before must have run.</summary>
public abstract partial class Experiment<T>
{
    /// <summary>
    /// Divides the layer's weights by the standard deviation of its pre-activations over the drawn input until that is 1 (Mishkin and Matas
    /// 2016, All you need is a good init, Algorithm 1). Pre-activations that are all alike, or not finite, leave the weights as they are.
    /// Emitted.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="tolerance">How far from 1 the variance may stay.</param>
    /// <param name="maxIterations">How often the weights are divided at most.</param>
    protected void ScaleToUnitVariance<TActivation>(DenseLayer<T, TActivation> layer, double tolerance, double maxIterations)
        where TActivation : struct, IActivation
    {
        layer.Weights.FollowData();
        for (var i = 0; i < maxIterations; i++)
        {
            RunLinear(layer);
            var moments = layer.MeasureLinear();
            if (!(Math.Abs(moments.Variance - 1) >= tolerance && moments.Variance > 0 && double.IsFinite(moments.Variance)))
                return;
            layer.Weights.Scale(1 / moments.Std);
        }
    }

    /// <summary>
    /// Brings each unit's pre-activations over the drawn input to standard deviation 1, and with <paramref name="centre"/> to mean 0, by
    /// its weights and bias (Krähenbühl et al. 2016, Data-dependent initializations of convolutional neural networks, §3.1). Emitted.
    /// </summary>
    /// <param name="layer">The layer; it needs a bias to be centred.</param>
    /// <param name="centre">Whether the mean is to be 0.</param>
    /// <exception cref="InvalidOperationException">It is to be centred and has no bias.</exception>
    protected void StandardiseUnits<TActivation>(DenseLayer<T, TActivation> layer, bool centre)
        where TActivation : struct, IActivation
    {
        RunLinear(layer);
        layer.StandardiseUnits(centre);
    }

    private void RunLinear(ILinearLayer layer)
    {
        _blocks.Linear = layer;
        _team.Run(_blocks, _blockCount);
        _blocks.Linear = null;
    }
}
