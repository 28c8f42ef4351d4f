using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FanIn.Runtime.Kernels;

/// <summary>Copies a matrix so that its rows become columns, in squares that fit into registers of 128 bits. Moves bits, computes nothing.</summary>
internal static unsafe class Transposition
{
    /// <summary>target[column · targetStride + row] = source[row · sourceStride + column].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<T>(T* source, nint sourceStride, T* target, nint targetStride, int rows, int columns)
        where T : unmanaged
    {
        var side = Sse2.IsSupported && sizeof(T) is 4 or 8 ? 16 / sizeof(T) : 1;
        var (wholeRows, wholeColumns) = (rows - (rows % side), columns - (columns % side));
        for (var row = 0; side > 1 && row < wholeRows; row += side)
        {
            var from = source + (row * sourceStride);
            var to = target + row;
            for (var column = 0; column < wholeColumns; column += side, from += side, to += side * targetStride)
            {
                if (sizeof(T) == 8)
                    Square2((double*)from, sourceStride, (double*)to, targetStride);
                else
                    Square4((float*)from, sourceStride, (float*)to, targetStride);
            }
        }

        if (side == 1)
            (wholeRows, wholeColumns) = (0, 0);
        One(source, sourceStride, target, targetStride, wholeRows, rows, 0, columns);
        One(source, sourceStride, target, targetStride, 0, wholeRows, wholeColumns, columns);
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
}
