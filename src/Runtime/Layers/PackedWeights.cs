using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Layers;

/// <summary>
/// A copy of W, FanIn × FanOut, in which the weights of a tile of units lie together: <c>[tile][k][unit of the tile]</c>. The last tile has the
/// units that are left.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="fanIn">Units before.</param>
/// <param name="fanOut">Units.</param>
/// <param name="tileUnits">Units of a tile.</param>
internal sealed unsafe class PackedWeights<T>(int fanIn, int fanOut, int tileUnits) : IDisposable
    where T : unmanaged
{
    private const int FullTile = 5;

    private readonly NativeBuffer<T> _buffer = new((long)fanIn * fanOut);

    /// <summary>The first tile.</summary>
    public T* Pointer => _buffer.Pointer;

    /// <summary>Takes over weights that have changed. Any thread may do that for others than those of another thread.</summary>
    /// <param name="rowMajor">All weights.</param>
    /// <param name="first">Number of the first that changed.</param>
    /// <param name="count">How many changed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(T* rowMajor, long first, int count)
    {
        var source = rowMajor + first;
        var (k, unit) = ((int)(first / fanOut), (int)(first % fanOut));
        var within = unit % tileUnits;
        for (; count > 0; k++, unit = within = 0)
        {
            var end = Math.Min(fanOut, unit + count);
            count -= end - unit;
            for (int run; unit < end; unit += run, within = 0)
            {
                var units = Math.Min(tileUnits, fanOut - unit + within);
                var target = Pointer + ((long)(unit - within) * fanIn) + ((long)k * units) + within;
                run = Math.Min(units - within, end - unit);
                if (run == FullTile)
                    Unsafe.CopyBlockUnaligned(target, source, (uint)(FullTile * sizeof(T)));     // a constant: two moves
                else
                    new ReadOnlySpan<T>(source, run).CopyTo(new Span<T>(target, run));
                source += run;
            }
        }

        GC.KeepAlive(_buffer);
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();
}
