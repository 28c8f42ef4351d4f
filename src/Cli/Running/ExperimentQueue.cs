using FanIn.Runtime.Experiments;

namespace FanIn.Cli.Running;

/// <summary>
/// Runs experiments side by side and gives what they gave in their own order. They start in order too, each as soon as the threads that
/// <see cref="ThreadRule"/> wants for it are free; so never more than the budget's threads work and as many experiments have buffers.
/// Nor do many results wait for a late one before them.
/// </summary>
/// <param name="runs">What to run.</param>
/// <param name="overrides">What overrides the files. Its thread count does not count.</param>
/// <param name="budget">Threads in all, at least 1.</param>
/// <param name="predicts">Whether somebody will ask what theory says: then it is computed beside the runs.</param>
/// <param name="cancellation">Stops what runs between its stages.</param>
internal sealed class ExperimentQueue(
    IReadOnlyList<ExperimentRun> runs, ExperimentOptions overrides, int budget, bool predicts,
    CancellationToken cancellation) : IDisposable
{
    /// <summary>Outcomes that may wait for one before them, at most.</summary>
    private const int MostWaiting = 256;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private readonly Queue<Task<Outcome>> _waiting = new();
    private readonly Dictionary<Task, int> _running = [];
    private int _started;
    private bool _isBroken;

    /// <summary>Waits for the next experiment in order. To be called once for each.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Outcome Next()
    {
        Start();
        var next = _waiting.Dequeue();
        while (_running.ContainsKey(next))
        {
            TakeEnded();
            Start();
        }

        return next.GetAwaiter().GetResult();
    }

    /// <summary>Stops what still runs and waits until it has freed its buffers.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        while (_running.Count > 0)
            TakeEnded();
        _stop.Dispose();
    }

    /// <summary>Starts as many as fit, none after one that threw: what follows that one is not shown.</summary>
    private void Start()
    {
        while (!_isBroken && _started < runs.Count && _waiting.Count < MostWaiting)
        {
            var (entry, seed) = runs[_started];
            int threads = ThreadRule.For(entry.Definition, budget);
            if (threads > budget - _running.Values.Sum())
                return;
            var options = overrides with { Seed = seed ?? overrides.Seed, Threads = threads };
            var task = Task.Run(() => Run(entry, options));
            _running.Add(task, threads);
            _waiting.Enqueue(task);
            _started++;
        }
    }

    private Outcome Run(ExperimentEntry entry, ExperimentOptions options)
    {
        var outcome = ExperimentRunner.Run(entry, options, _stop.Token);
        if (predicts)
            _ = outcome.Result.Prediction;
        return outcome;
    }

    /// <summary>Waits until any has ended, whose threads are free then.</summary>
    private void TakeEnded()
    {
        Task[] running = [.. _running.Keys];
        var ended = running[Task.WaitAny(running)];
        _isBroken |= !ended.IsCompletedSuccessfully;
        _running.Remove(ended);
    }
}
