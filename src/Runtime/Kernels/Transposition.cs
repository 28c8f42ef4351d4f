using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FanIn.Runtime.Kernels;

/// <summary>Copies a matrix so that its rows become columns, in squares that fit into registers. Moves bits, computes nothing.</summary>
internal static unsafe class Transposition
{
    private const byte LowHalves = 0x20;
    private const byte HighHalves = 0x31;

    /// <summary>target[column · targetStride + row] = source[row · sourceStride + column].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<T>(T* source, nint sourceStride, T* target, nint targetStride, int rows, int columns)
        where T : unmanaged
    {
        var row = 0;
        foreach (var bits in (ReadOnlySpan<int>)[256, 128])
        {
            var side = IsSupported<T>(bits) ? bits / 8 / sizeof(T) : rows + 1;
            for (; row + side <= rows; row += side)
            {
                var whole = columns - (columns % side);
                Band(bits, source + (row * sourceStride), sourceStride, target + row, targetStride, whole);
                One(source, sourceStride, target, targetStride, row, row + side, whole, columns);
            }
        }

        One(source, sourceStride, target, targetStride, row, rows, 0, columns);
    }

    private static bool IsSupported<T>(int bits)
        where T : unmanaged => sizeof(T) is 4 or 8 && (bits == 256 ? Avx.IsSupported : Sse2.IsSupported);

    /// <summary>As many rows as a square has, square by square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Band<T>(int bits, T* source, nint sourceStride, T* target, nint targetStride, int columns)
        where T : unmanaged
    {
        var side = bits / 8 / sizeof(T);
        for (var end = source + columns; source < end; source += side, target += side * targetStride)
        {
            if (sizeof(T) == 8 && bits == 256)
                Square4((double*)source, sourceStride, (double*)target, targetStride);
            else if (sizeof(T) == 8)
                Square2((double*)source, sourceStride, (double*)target, targetStride);
            else if (bits == 256)
                Square8((float*)source, sourceStride, (float*)target, targetStride);
            else
                Square4((float*)source, sourceStride, (float*)target, targetStride);
        }
    }

    private static void One<T>(
        T* source, nint sourceStride, T* target, nint targetStride, int firstRow, int endRow, int firstColumn, int endColumn)
        where T : unmanaged
    {
        for (var row = firstRow; row < endRow; row++)
        {
            for (var column = firstColumn; column < endColumn; column++)
                target[(column * targetStride) + row] = source[(row * sourceStride) + column];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square2(double* source, nint sourceStride, double* target, nint targetStride)
    {
        var (a, b) = (Vector128.Load(source), Vector128.Load(source + sourceStride));
        Sse2.UnpackLow(a, b).Store(target);
        Sse2.UnpackHigh(a, b).Store(target + targetStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square4(double* source, nint sourceStride, double* target, nint targetStride)
    {
        var (a, b) = (Vector256.Load(source), Vector256.Load(source + sourceStride));
        var (c, d) = (Vector256.Load(source + (2 * sourceStride)), Vector256.Load(source + (3 * sourceStride)));
        var (even, odd) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
        var (evenBelow, oddBelow) = (Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        Avx.Permute2x128(even, evenBelow, LowHalves).Store(target);
        Avx.Permute2x128(odd, oddBelow, LowHalves).Store(target + targetStride);
        Avx.Permute2x128(even, evenBelow, HighHalves).Store(target + (2 * targetStride));
        Avx.Permute2x128(odd, oddBelow, HighHalves).Store(target + (3 * targetStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square4(float* source, nint sourceStride, float* target, nint targetStride)
    {
        var (a, b) = (Vector128.Load(source), Vector128.Load(source + sourceStride));
        var (c, d) = (Vector128.Load(source + (2 * sourceStride)), Vector128.Load(source + (3 * sourceStride)));
        var (low, high) = (Sse.UnpackLow(a, b), Sse.UnpackLow(c, d));
        Sse.MoveLowToHigh(low, high).Store(target);
        Sse.MoveHighToLow(high, low).Store(target + targetStride);
        (low, high) = (Sse.UnpackHigh(a, b), Sse.UnpackHigh(c, d));
        Sse.MoveLowToHigh(low, high).Store(target + (2 * targetStride));
        Sse.MoveHighToLow(high, low).Store(target + (3 * targetStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square8(float* source, nint sourceStride, float* target, nint targetStride)
    {
        Quarters(source, sourceStride, out var a0, out var a1, out var a2, out var a3);
        Quarters(source + (4 * sourceStride), sourceStride, out var b0, out var b1, out var b2, out var b3);
        Avx.Permute2x128(a0, b0, LowHalves).Store(target);
        Avx.Permute2x128(a1, b1, LowHalves).Store(target + targetStride);
        Avx.Permute2x128(a2, b2, LowHalves).Store(target + (2 * targetStride));
        Avx.Permute2x128(a3, b3, LowHalves).Store(target + (3 * targetStride));
        target += 4 * targetStride;
        Avx.Permute2x128(a0, b0, HighHalves).Store(target);
        Avx.Permute2x128(a1, b1, HighHalves).Store(target + targetStride);
        Avx.Permute2x128(a2, b2, HighHalves).Store(target + (2 * targetStride));
        Avx.Permute2x128(a3, b3, HighHalves).Store(target + (3 * targetStride));
    }

    /// <summary>Four rows of eight: columns 0 and 4, 1 and 5, 2 and 6, 3 and 7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarters(
        float* source, nint stride, out Vector256<float> c0, out Vector256<float> c1, out Vector256<float> c2, out Vector256<float> c3)
    {
        var (a, b) = (Vector256.Load(source), Vector256.Load(source + stride));
        var (c, d) = (Vector256.Load(source + (2 * stride)), Vector256.Load(source + (3 * stride)));
        var (low, high) = (Avx.UnpackLow(a, b).AsDouble(), Avx.UnpackLow(c, d).AsDouble());
        c0 = Avx.UnpackLow(low, high).AsSingle();
        c1 = Avx.UnpackHigh(low, high).AsSingle();
        (low, high) = (Avx.UnpackHigh(a, b).AsDouble(), Avx.UnpackHigh(c, d).AsDouble());
        c2 = Avx.UnpackLow(low, high).AsSingle();
        c3 = Avx.UnpackHigh(low, high).AsSingle();
    }
}
