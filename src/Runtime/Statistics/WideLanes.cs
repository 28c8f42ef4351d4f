using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>Elements of either dtype as vectors of float64, in which all statistics are computed.</summary>
internal static unsafe class WideLanes
{
    /// <summary>The <see cref="IVector{TSelf}.Count"/> elements from this one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<T, TVector>(T* source)
        where T : unmanaged
        where TVector : struct, IVector<TVector, double>
    {
        if (typeof(T) == typeof(double))
            return TVector.Load(in *(double*)source);
        if (typeof(TVector) == typeof(Lanes512<double>) && Avx512F.IsSupported)
            return Unsafe.BitCast<Vector512<double>, TVector>(Avx512F.ConvertToVector512Double(Vector256.Load((float*)source)));
        if (typeof(TVector) == typeof(Lanes256<double>) && Avx.IsSupported)
            return Unsafe.BitCast<Vector256<double>, TVector>(Avx.ConvertToVector256Double(Vector128.Load((float*)source)));

        if (typeof(TVector) == typeof(Lanes512<double>))
        {
            var (lower, upper) = Vector256.Widen(Vector256.Load((float*)source));
            return Unsafe.BitCast<Vector512<double>, TVector>(Vector512.Create(lower, upper));
        }

        if (typeof(TVector) == typeof(Lanes256<double>))
        {
            var (lower, upper) = Vector128.Widen(Vector128.Load((float*)source));
            return Unsafe.BitCast<Vector256<double>, TVector>(Vector256.Create(lower, upper));
        }

        return typeof(TVector) == typeof(Lanes128<double>)
            ? Unsafe.BitCast<Vector128<double>, TVector>(Vector128.Create((double)((float*)source)[0], ((float*)source)[1]))
            : TVector.Broadcast(*(float*)source);
    }

    /// <summary>Every lane: one element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Broadcast<T, TVector>(T* source)
        where T : unmanaged
        where TVector : struct, IVector<TVector, double> =>
        TVector.Broadcast(Number(source));

    /// <summary>One element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Number<T>(T* source)
        where T : unmanaged => typeof(T) == typeof(double) ? *(double*)source : *(float*)source;
}
