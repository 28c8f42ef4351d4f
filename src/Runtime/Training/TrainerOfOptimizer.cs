using System.Numerics;

namespace FanIn.Runtime.Training;

/// <summary>A loop with an optimizer.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <typeparam name="TOptimizer">How parameters change.</typeparam>
public sealed class Trainer<T, TOptimizer> : Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOptimizer : struct, IOptimizer
{
    private readonly ParameterUpdate<T, TOptimizer>[] _updates;
    private TOptimizer _optimizer;

    internal Trainer(TrainerSetup<T> setup)
        : base(setup) => _updates = [.. setup.Parameters.Select(parameter => new ParameterUpdate<T, TOptimizer>(parameter, setup.Width))];

    /// <summary>Begins anew, with this optimizer and the observed batch as the input. Emitted in Draw, before any layer is drawn.</summary>
    public void Begin(TOptimizer optimizer)
    {
        _optimizer = optimizer;
        foreach (var update in _updates)
            update.Restart();
        Restart();
    }

    private protected override void Update()
    {
        _optimizer.Advance();
        foreach (var update in _updates)
            update.Step(_optimizer);
    }

    private protected override void Free()
    {
        foreach (var update in _updates)
            update.Dispose();
    }
}
