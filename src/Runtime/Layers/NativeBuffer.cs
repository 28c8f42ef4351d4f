using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace FanIn.Runtime.Layers;

/// <summary>
/// Zeroed memory of its own, aligned to a cache line, that does not move. Freed by Dispose, or by the collector if that was forgotten.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
internal sealed unsafe class NativeBuffer<T> : IDisposable
    where T : unmanaged
{
    /// <summary>Bytes behind the elements, five vectors: kernels may read and write there, and nobody relies on what is there.</summary>
    public const int Padding = 5 * 64;

    private const int Alignment = 64;

    private T* _pointer;

    /// <summary>Room for so many elements, each all-bits-zero.</summary>
    /// <exception cref="OutOfMemoryException">There is not so much memory.</exception>
    public NativeBuffer(long length)
    {
        var bytes = (nuint)checked((length * sizeof(T)) + Padding);
        _pointer = (T*)NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(_pointer, bytes);
    }

    /// <summary>Frees what Dispose did not.</summary>
    ~NativeBuffer() => Free();

    /// <summary>The first element. Who uses it keeps this object alive for so long.</summary>
    /// <exception cref="ObjectDisposedException">The memory is freed.</exception>
    public T* Pointer
    {
        get
        {
            if (_pointer == null)
                ThrowDisposed();
            return _pointer;
        }
    }

    /// <summary>Says that the memory is freed.</summary>
    /// <exception cref="ObjectDisposedException">Always.</exception>
    [DoesNotReturn]
    public static void ThrowDisposed() => throw new ObjectDisposedException(null, "The experiment is disposed, and its tensors with it.");

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_pointer);
        _pointer = null;
    }
}
