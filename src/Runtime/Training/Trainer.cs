using System.Collections.Immutable;
using System.Numerics;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Training;

/// <summary>
/// The loop of an experiment that is trained, on its own Forward and Backward. docs/numerics.md defines every number of it.
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public abstract class Trainer<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TrainerSetup<T> _setup;
    private readonly BatchOrder _order;
    private readonly BatchLoss<T> _loss;
    private readonly double[] _losses;
    private readonly List<TrainingCheckpoint> _checkpoints = [];
    private readonly int[] _chunk;

    private protected Trainer(TrainerSetup<T> setup)
    {
        _setup = setup;
        var batch = setup.Experiment.Batch;
        _order = new(setup.Seed.ForPhilox, setup.Samples.Trained, batch);
        _loss = new(setup.Loss, setup.Output, setup.Gradient, setup.Width);
        _losses = new double[setup.Training.Steps];
        _chunk = new int[batch];
    }

    /// <summary>Steps that have been made since Draw.</summary>
    public int Step { get; private set; }

    /// <summary>The mean loss of the batch that was last sent through the network and back, or measured.</summary>
    public double Loss => _loss.Sum(_chunk.Length) / _chunk.Length;

    /// <summary>Whether the loop has come to its end since Draw.</summary>
    internal bool IsDone => _checkpoints is [.., { Step: var last }] && last == _setup.Training.Steps;

    /// <summary>From the network's output to dL/dz of the last layer. Emitted.</summary>
    public void ComputeLoss() => _loss.Compute();

    /// <summary>The whole loop, from where it is; nothing when it has come to its end.</summary>
    internal void Run(CancellationToken cancellation)
    {
        while (!IsDone)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_setup.Training.ObservedSteps.Contains(Step))
                Record(cancellation);
            if (Step < _setup.Training.Steps)
                MakeStep();
        }
    }

    /// <summary>One batch: there, back, and every parameter changed. Allocates nothing.</summary>
    internal void MakeStep()
    {
        _setup.Samples.Load(_order.Next(), _setup.Input, _loss.Targets);
        _setup.Forward();
        _setup.Backward();
        _losses[Step++] = Loss;
        Update();
    }

    /// <summary>What the loop has recorded; null before its end.</summary>
    internal TrainingResult? ToResult() => IsDone
        ? new()
        {
            Losses = [.. _losses],
            Checkpoints = [.. _checkpoints],
            Samples = _setup.Samples.Trained,
            HeldOut = _setup.Samples.HeldOut,
        }
        : null;

    /// <inheritdoc/>
    void IDisposable.Dispose()
    {
        _loss.Dispose();
        Free();
    }

    /// <summary>Back to before the first step, with the batch that is observed as the input.</summary>
    private protected void Restart()
    {
        Step = 0;
        _checkpoints.Clear();
        _order.Restart();
        LoadObserved();
    }

    /// <summary>Changes every parameter by its gradient.</summary>
    private protected abstract void Update();

    /// <summary>Frees what the optimizer keeps.</summary>
    private protected abstract void Free();

    /// <summary>Measures on all samples, then observes the same batch every time: the first samples.</summary>
    private void Record(CancellationToken cancellation)
    {
        var (loss, _) = Measure(0, _setup.Samples.Trained, cancellation);
        var (heldOutLoss, right) = Measure(_setup.Samples.Trained, _setup.Samples.HeldOut, cancellation);
        LoadObserved();
        _setup.Forward();
        _setup.Backward();
        _setup.Observe();
        var accuracy = (double)right / _setup.Samples.HeldOut;
        _checkpoints.Add(new(Step, loss, heldOutLoss, accuracy) { Layers = _setup.Layers(), Sketch = Step == 0 ? _setup.Sketch() : null });
    }

    private void LoadObserved()
    {
        Consecutive(0, 0, _chunk.Length);
        _setup.Samples.Load(_chunk, _setup.Input, _loss.Targets);
    }

    /// <summary>The mean loss of samples that follow one another, and how many of them are classified right.</summary>
    private (double Loss, int Right) Measure(int first, int count, CancellationToken cancellation)
    {
        var (sum, right) = (0.0, 0);
        for (var done = 0; done < count; done += _chunk.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            Consecutive(first, done, count);
            _setup.Samples.Load(_chunk, _setup.Input, _loss.Targets);
            _setup.Forward();
            _loss.Compute();
            var rows = Math.Min(_chunk.Length, count - done);
            sum += _loss.Sum(rows);
            for (var row = 0; row < rows; row++)
                right += _loss.Predicted(row) == _setup.Samples.Label(_chunk[row]) ? 1 : 0;
        }

        return (sum / count, right);
    }

    /// <summary>The last batch is filled up with the first samples of the part once more, which are not counted.</summary>
    private void Consecutive(int first, int offset, int count)
    {
        for (var row = 0; row < _chunk.Length; row++)
            _chunk[row] = first + ((offset + row) % count);
    }
}
