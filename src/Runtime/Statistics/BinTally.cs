using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// What one thread counts. Elements are taken in pieces: their slots are found in vectors (<see cref="BinLocator"/>), then counted, in
/// <see cref="BitPlanes"/> where there are few bins and with increments where there are many.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
[SkipLocalsInit]
internal sealed unsafe class BinTally<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Up to here a pass over planes for each 32 slots costs less than an increment for each element.</summary>
    private const int MostPlaneSlots = 128;

    private const int MostWords = 16;
    private const int MostElements = BitPlanes.Group * BitPlanes.Group * MostWords;
    private const int Tables = 4;       // equal neighbours go to different ones and do not wait for each other

    private readonly VectorWidth _width;
    private readonly int _piece;
    private readonly long[] _tables;
    private readonly uint[] _planes;
    private readonly uint[] _zeroCounters = new uint[MostWords];
    private readonly T[] _waiting = new T[MostElements];
    private BinEdges<T> _bins = null!;
    private int _slots;
    private int _waitingCount;
    private int _words;
    private long _zeros;

    /// <summary>Makes room for so many bins.</summary>
    public BinTally(VectorWidth width, int maxBins)
    {
        _width = width;
        _piece = width == VectorWidth.Bits512 && Avx512F.IsSupported ? MostElements : MostElements / 2;
        _tables = new long[Tables * (maxBins + 2)];
        _planes = new uint[MostPlaneSlots / BitPlanes.Slots * BitPlanes.Digits * MostWords];
    }

    private bool UsesPlanes => _slots - 1 <= MostPlaneSlots;        // what is above is known without being counted

    /// <summary>Begins anew.</summary>
    public void Begin(BinEdges<T> bins)
    {
        (_bins, _slots, _zeros) = (bins, bins.Bins + 2, 0);
        _tables.AsSpan(0, Tables * _slots).Clear();
    }

    /// <summary>Takes elements in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(T* x, int count)
    {
        while (count > 0)
        {
            if (_waitingCount == 0 && count >= _piece)
            {
                Count(x, _piece);
                x += _piece;
                count -= _piece;
                continue;
            }

            var taken = Math.Min(count, _piece - _waitingCount);
            new ReadOnlySpan<T>(x, taken).CopyTo(_waiting.AsSpan(_waitingCount));
            x += taken;
            count -= taken;
            _waitingCount += taken;
            if (_waitingCount == _piece)
                CountWaiting();
        }
    }

    /// <summary>Adds what was counted: to counts in the order of slots, except for what is above.</summary>
    /// <returns>The number of zeros.</returns>
    public long AddTo(Span<long> counts)
    {
        CountWaiting();
        switch (_width)
        {
            case VectorWidth.Bits512 when Avx512F.IsSupported:
                Flush<Lanes512<T>, BinWords512<T>>();
                break;
            case VectorWidth.Bits512 or VectorWidth.Bits256 when Avx2.IsSupported:
                Flush<Lanes256<T>, BinWords256<T>>();
                break;
        }

        for (var first = 0; first < Tables * _slots; first += _slots)
        {
            for (var slot = 0; slot < _slots; slot++)
                counts[slot] += _tables[first + slot];
        }

        return _zeros;
    }

    private void CountWaiting()
    {
        if (_waitingCount == 0)
            return;
        _waiting.AsSpan(_waitingCount).Fill(T.PositiveInfinity);      // above every range, and not zero: not counted
        fixed (T* waiting = _waiting)
            Count(waiting, _piece);
        _waitingCount = 0;
    }

    private void Count(T* x, int count)
    {
        switch (_width)
        {
            case var _ when T.IsNaN(_bins.Tolerance):
                CountPlainly(x, count);
                break;
            case VectorWidth.Bits512 when Avx512F.IsSupported:
                Count<Lanes512<T>, BinWords512<T>>(x, count);
                break;
            case VectorWidth.Bits512 or VectorWidth.Bits256 when Avx2.IsSupported:
                Count<Lanes256<T>, BinWords256<T>>(x, count);
                break;
            default:
                CountPlainly(x, count);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountPlainly(T* x, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _tables[_bins.Find(x[i])]++;
            _zeros += x[i] == T.Zero ? 1 : 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count<TVector, TWords>(T* x, int count)
        where TVector : struct, IVector<TVector, T>
        where TWords : struct, IBinWords<TWords, TVector>
    {
        var slots = stackalloc uint[MostElements];
        var doubts = stackalloc int[BitPlanes.Group * BitPlanes.Group];
        var words = count / TWords.Count;
        if (_words + words > BitPlanes.Capacity)
            Flush<TVector, TWords>();
        _words += words;

        fixed (uint* zeros = _zeroCounters)
        {
            var doubtful = BinLocator.Locate<T, TVector, TWords>(x, count, _bins, slots, doubts, zeros);
            for (var i = 0; i < doubtful; i++)
            {
                for (var k = doubts[i]; k < doubts[i] + TWords.Count; k++)
                    slots[k] = (uint)_bins.Find(x[k]);
            }
        }

        if (UsesPlanes)
            AddToPlanes<TVector, TWords>(slots, words / BitPlanes.Group);
        else
            AddToTables(slots, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddToPlanes<TVector, TWords>(uint* slots, int groups)
        where TVector : struct, IVector<TVector, T>
        where TWords : struct, IBinWords<TWords, TVector>
    {
        var carries = stackalloc uint[BitPlanes.Group * MostWords];
        fixed (uint* planes = _planes)
        {
            var pass = planes;
            for (var first = 0; first < _slots - 1; first += BitPlanes.Slots, pass += BitPlanes.Digits * MostWords)
                BitPlanes.Add<TVector, TWords>(slots, groups, first, pass, carries);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void AddToTables(uint* slots, int count)
    {
        fixed (long* table = _tables)
        {
            var t1 = table + _slots;
            var t2 = t1 + _slots;
            var t3 = t2 + _slots;
            for (var i = 0; i < count; i += Tables)
            {
                table[slots[i]]++;
                t1[slots[i + 1]]++;
                t2[slots[i + 2]]++;
                t3[slots[i + 3]]++;
            }
        }
    }

    private void Flush<TVector, TWords>()
        where TVector : struct, IVector<TVector, T>
        where TWords : struct, IBinWords<TWords, TVector>
    {
        if (_words == 0)
            return;
        _words = 0;
        fixed (uint* planes = _planes, zeros = _zeroCounters)
        {
            _zeros += (long)TWords.Load(zeros).Sum();
            _zeroCounters.AsSpan().Clear();
            var pass = planes;
            for (var first = 0; UsesPlanes && first < _slots - 1; first += BitPlanes.Slots, pass += BitPlanes.Digits * MostWords)
            {
                var counts = _tables.AsSpan(first, Math.Min(BitPlanes.Slots, _slots - 1 - first));
                BitPlanes.Flush<TVector, TWords>(pass, counts);
            }
        }
    }
}
