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
        var packed = Pointer;
        var end = first + count;
        while (first < end)
        {
            var (k, unit) = Math.DivRem(first, fanOut);
            var (tile, within) = Math.DivRem((int)unit, tileUnits);
            var units = Math.Min(tileUnits, fanOut - (tile * tileUnits));
            var run = (int)Math.Min(units - within, end - first);
            var target = packed + ((long)tile * tileUnits * fanIn) + (k * units) + within;
            for (var i = 0; i < run; i++)
                target[i] = rowMajor[first + i];
            first += run;
        }

        GC.KeepAlive(_buffer);
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();
}
