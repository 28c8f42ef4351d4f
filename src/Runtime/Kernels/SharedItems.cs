namespace FanIn.Runtime.Kernels;

/// <summary>
/// Numbered items that workers take, each once. A worker begins with a share of its own, the same in every round, so that it finds in its
/// cache what it wrote there before; when that is done it takes from the shares of others.
/// </summary>
/// <param name="workers">How many.</param>
internal sealed class SharedItems(int workers)
{
    private const int Apart = 16;       // counters on cache lines of their own

    private readonly int[] _next = new int[(workers + 1) * Apart];
    private int _count;

    /// <summary>Puts items 0 … count − 1 up.</summary>
    public void Reset(int count)
    {
        _count = count;
        for (var share = 0; share < workers; share++)
            _next[(share + 1) * Apart] = Begin(share);
    }

    /// <summary>Leaves nothing to take.</summary>
    public void Clear()
    {
        for (var share = 0; share < workers; share++)
            Volatile.Write(ref _next[(share + 1) * Apart], int.MaxValue / 2);
    }

    /// <summary>Takes an item, or −1 when none is left.</summary>
    /// <param name="worker">Who takes it.</param>
    public int Take(int worker)
    {
        for (var i = 0; i < workers; i++)
        {
            var share = (worker + i) % workers;
            ref var next = ref _next[(share + 1) * Apart];
            if (Volatile.Read(ref next) >= Begin(share + 1))
                continue;
            var item = Interlocked.Increment(ref next) - 1;
            if (item < Begin(share + 1))
                return item;
        }

        return -1;
    }

    private int Begin(int share) => (int)((long)_count * share / workers);
}
