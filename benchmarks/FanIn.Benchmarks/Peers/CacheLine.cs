using FanIn.Benchmarks.Measuring;
using FanIn.Benchmarks.Rows;

namespace FanIn.Benchmarks.Peers;

/// <summary>
/// How long a cache line takes from one processor to the other. Two that share a third-level cache exchange it in some 50 ns, two that do
/// not in some 200: what one core computed and the other needs then costs four times as much, and on a virtual machine it is the host that
/// decides, anew every few seconds, which of the two it is.
/// </summary>
public sealed class CacheLine : IDisposable
{
    private const int Trips = 20_000;
    private const int Apart = 64;           // the middle of several lines, so that nothing else lies in its own
    private const int Patience = 1 << 14;   // reads, before the other may need this processor

    private readonly int[] _line = new int[2 * Apart];
    private readonly SemaphoreSlim _start = new(0);
    private readonly Thread _partner;
    private volatile bool _stopping;

    /// <summary>Makes the other thread.</summary>
    public CacheLine()
    {
        _partner = new(Answer) { IsBackground = true };
        _partner.Start();
    }

    /// <summary>The time of one way.</summary>
    public Contender Contender => Contender.Of(Names.CacheLine, Exchange, 2 * Trips);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping = true;
        _start.Release();
        _partner.Join();
        _start.Dispose();
    }

    private void Exchange()
    {
        _line[Apart] = 0;
        _start.Release();
        for (int i = 0; i < Trips; i++)
        {
            Volatile.Write(ref _line[Apart], (2 * i) + 1);
            Await((2 * i) + 2);
        }
    }

    private void Answer()
    {
        while (true)
        {
            _start.Wait();
            if (_stopping)
                return;
            for (int i = 0; i < Trips; i++)
            {
                Await((2 * i) + 1);
                Volatile.Write(ref _line[Apart], (2 * i) + 2);
            }
        }
    }

    private void Await(int value)
    {
        for (int reads = 1; Volatile.Read(ref _line[Apart]) != value; reads++)
        {
            if (reads % Patience == 0)
                Thread.Yield();
        }
    }
}
