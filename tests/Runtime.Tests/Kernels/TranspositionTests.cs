using FanIn.Runtime.Kernels;

namespace FanIn.Runtime.Tests.Kernels;

/// <summary>Every element lands in its place, and none beside it is touched.</summary>
public sealed unsafe class TranspositionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(4, 4)]
    [InlineData(5, 9)]
    [InlineData(8, 1)]
    [InlineData(1, 8)]
    [InlineData(33, 40)]
    public void Rows_become_columns(int rows, int columns)
    {
        Check(rows, columns, i => (double)i);
        Check(rows, columns, i => (float)i);
    }

    private static void Check<T>(int rows, int columns, Func<int, T> value)
        where T : unmanaged
    {
        var (sourceStride, targetStride, untouched) = (columns + 3, rows + 2, value(-1));
        var source = Enumerable.Range(0, rows * sourceStride).Select(value).ToArray();
        var target = Enumerable.Repeat(untouched, columns * targetStride).ToArray();
        fixed (T* from = source, to = target)
            Transposition.Copy(from, sourceStride, to, targetStride, rows, columns);
        for (var i = 0; i < target.Length; i++)
        {
            var (column, row) = Math.DivRem(i, targetStride);
            Assert.Equal(row < rows ? source[(row * sourceStride) + column] : untouched, target[i]);
        }
    }
}
