using System.Runtime.ExceptionServices;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// A few threads that share items of work with the thread that calls. Made once, allocates nothing per use; idle workers spin for some
/// microseconds and then sleep. Used by one thread at a time.
/// </summary>
internal sealed class WorkerTeam : IDisposable
{
    // Some 100 µs, as an even share of a backward pass ends that long after another; 20 µs where threads wait for each other's processors.
    private readonly int _spins;

    private readonly object _gate = new();
    private readonly Thread[] _workers;
    private readonly SharedItems _items;
    private IParallelWork? _work;
    private ExceptionDispatchInfo? _failure;
    private int _busy;
    private int _round;
    private bool _stopping;

    /// <summary>A team of so many threads, the caller's included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one thread.</exception>
    public WorkerTeam(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
        _spins = threads <= Environment.ProcessorCount ? 1000 : 200;
        _workers = new Thread[threads - 1];
        _items = new(threads);
        for (var i = 0; i < _workers.Length; i++)
        {
            var worker = i + 1;
            _workers[i] = new Thread(() => Serve(worker)) { IsBackground = true, Name = $"FanIn {worker}" };
            _workers[i].Start();
        }
    }

    /// <summary>Number of threads, the caller's included.</summary>
    public int Threads { get; }

    /// <summary>
    /// Does items 0 … count − 1, and returns when all are done. An item that throws stops the rest; the first exception surfaces here.
    /// </summary>
    public void Run(IParallelWork work, int count)
    {
        if (_workers.Length == 0 || count <= 1)
        {
            for (var item = 0; item < count; item++)
                work.Do(item, worker: 0);
            return;
        }

        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            (_work, _failure, _busy) = (work, null, _workers.Length);
            _items.Reset(count);
            Volatile.Write(ref _round, _round + 1);
            Monitor.PulseAll(_gate);
        }

        Work(worker: 0);
        AwaitWorkers();
        _work = null;
        _failure?.Throw();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.PulseAll(_gate);
        }

        foreach (var worker in _workers)
            worker.Join();
    }

    private void Serve(int worker)
    {
        var round = 0;
        while (AwaitRound(round))
        {
            round++;
            Work(worker);
            lock (_gate)
            {
                _busy--;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void Work(int worker)
    {
        try
        {
            var work = _work!;
            for (int item; (item = _items.Take(worker)) >= 0;)
                work.Do(item, worker);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            _items.Clear();
        }
    }

    /// <summary>Waits for the round after this one; false when the team is to end.</summary>
    private bool AwaitRound(int round)
    {
        for (var spin = 0; spin < _spins && Volatile.Read(ref _round) == round; spin++)
            Thread.SpinWait(4);
        lock (_gate)
        {
            while (_round == round && !_stopping)
                Monitor.Wait(_gate);
            return _round != round;
        }
    }

    private void AwaitWorkers()
    {
        for (var spin = 0; spin < _spins && Volatile.Read(ref _busy) > 0; spin++)
            Thread.SpinWait(4);
        lock (_gate)
        {
            while (_busy > 0)
                Monitor.Wait(_gate);
        }
    }
}
