using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

internal static unsafe partial class GradientTiles
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load<T, TVector>(T* sums, out TVector c0)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        c0 = TVector.Load(in sums[0]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVector>(T* sums, TVector c0)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        c0.Store(ref sums[0]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load<T, TVector>(T* sums, out TVector c0, out TVector c1, out TVector c2)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        c0 = TVector.Load(in sums[0]);
        c1 = TVector.Load(in sums[TVector.Count]);
        c2 = TVector.Load(in sums[2 * TVector.Count]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVector>(T* sums, TVector c0, TVector c1, TVector c2)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        c0.Store(ref sums[0]);
        c1.Store(ref sums[TVector.Count]);
        c2.Store(ref sums[2 * TVector.Count]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load<T, TVector>(T* sums, out TVector c0, out TVector c1, out TVector c2, out TVector c3)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        c0 = TVector.Load(in sums[0]);
        c1 = TVector.Load(in sums[TVector.Count]);
        c2 = TVector.Load(in sums[2 * TVector.Count]);
        c3 = TVector.Load(in sums[3 * TVector.Count]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVector>(T* sums, TVector c0, TVector c1, TVector c2, TVector c3)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        c0.Store(ref sums[0]);
        c1.Store(ref sums[TVector.Count]);
        c2.Store(ref sums[2 * TVector.Count]);
        c3.Store(ref sums[3 * TVector.Count]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load<T, TVector>(T* sums, out TVector c0, out TVector c1, out TVector c2, out TVector c3, out TVector c4)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        c0 = TVector.Load(in sums[0]);
        c1 = TVector.Load(in sums[TVector.Count]);
        c2 = TVector.Load(in sums[2 * TVector.Count]);
        c3 = TVector.Load(in sums[3 * TVector.Count]);
        c4 = TVector.Load(in sums[4 * TVector.Count]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVector>(T* sums, TVector c0, TVector c1, TVector c2, TVector c3, TVector c4)
        where T : unmanaged
        where TVector : struct, IVector<TVector, T>
    {
        c0.Store(ref sums[0]);
        c1.Store(ref sums[TVector.Count]);
        c2.Store(ref sums[2 * TVector.Count]);
        c3.Store(ref sums[3 * TVector.Count]);
        c4.Store(ref sums[4 * TVector.Count]);
    }
}
