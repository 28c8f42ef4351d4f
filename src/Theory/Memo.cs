namespace FanIn.Theory;

/// <summary>
/// Values kept by two numbers, for several threads. (The dictionaries of .NET would be compiled anew for these keys in every process, which
/// takes longer than a prediction.)
/// </summary>
/// <typeparam name="T">What is kept.</typeparam>
/// <param name="most">When so many are kept, all are forgotten.</param>
internal sealed class Memo<T>(int most)
    where T : class
{
    private const int Chains = 1024;

    private readonly object _gate = new();
    private Link?[] _chains = new Link?[Chains];
    private int _count;

    /// <summary>The value for two numbers, or null.</summary>
    public T? Find(double first, double second)
    {
        for (var link = Volatile.Read(ref Volatile.Read(ref _chains)[Chain(first, second)]); link is not null; link = link.Next)
        {
            if (link.First.Equals(first) && link.Second.Equals(second))
            {
                return link.Value;
            }
        }

        return null;
    }

    /// <summary>Keeps a value.</summary>
    public void Keep(double first, double second, T value)
    {
        lock (_gate)
        {
            if (_count >= most)
            {
                Volatile.Write(ref _chains, new Link?[Chains]);
                _count = 0;
            }

            ref var chain = ref _chains[Chain(first, second)];
            Volatile.Write(ref chain, new Link(first, second, value, chain));
            _count++;
        }
    }

    private static int Chain(double first, double second)
    {
        var bits = unchecked((ulong)(BitConverter.DoubleToInt64Bits(first) + 31 * BitConverter.DoubleToInt64Bits(second)));
        return (int)(unchecked(bits * 0x9E3779B97F4A7C15UL) >> 54);
    }

    private sealed class Link(double first, double second, T value, Link? next)
    {
        public readonly double First = first;
        public readonly double Second = second;
        public readonly T Value = value;
        public readonly Link? Next = next;
    }
}
