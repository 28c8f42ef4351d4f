using System.Numerics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Training;

/// <summary>One parameter's part of a step, and what the optimizer keeps for it.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <typeparam name="TOptimizer">The rule.</typeparam>
internal sealed unsafe class ParameterUpdate<T, TOptimizer> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOptimizer : struct, IOptimizer
{
    private readonly TrainedParameter<T> _parameter;
    private readonly VectorWidth _width;
    private readonly NativeBuffer<T> _states;
    private readonly int _count;
    private readonly int _stride;

    /// <summary>Room for what is kept, all 0.</summary>
    public ParameterUpdate(TrainedParameter<T> parameter, VectorWidth width)
    {
        (_parameter, _width) = (parameter, width);
        _count = checked(parameter.Value.Rows * parameter.Value.Columns);
        _stride = (_count + Lanes - 1) / Lanes * Lanes;     // the last vector of the one must not reach into the other
        _states = new((long)TOptimizer.StatesPerElement * _stride);
    }

    /// <summary>Of the widest vectors.</summary>
    private static int Lanes => 64 / sizeof(T);

    /// <summary>Forgets all steps.</summary>
    public void Restart() => new Span<T>(_states.Pointer, TOptimizer.StatesPerElement * _stride).Clear();

    /// <summary>One step.</summary>
    public void Step(TOptimizer optimizer)
    {
        var states = _states.Pointer;
        VectorKernel.Run<T, OptimizerKernel<T, TOptimizer>>(
            new(_parameter.Value.Pointer, _parameter.Gradient.Pointer, states, states + _stride, _count, optimizer), _width);
        _parameter.Value.Changed();
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose() => _states.Dispose();
}
