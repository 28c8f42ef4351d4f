using System.Numerics;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Tests.Layers;

/// <summary>Row-major outside, blocks of samples inside.</summary>
public sealed class BlockedMatrixTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(39, 3)]
    [InlineData(40, 3)]
    [InlineData(81, 7)]
    [InlineData(1000, 2)]
    public void What_goes_in_row_major_comes_out_row_major(int rows, int units)
    {
        Check<double>(rows, units);
        Check<float>(rows, units);
    }

    [Fact]
    public unsafe void A_blocks_samples_of_a_unit_lie_together()
    {
        using var buffer = new NativeBuffer<double>(BlockedMatrix<double>.SizeFor(50, 3));
        var matrix = new BlockedMatrix<double>(buffer, 50, 3);
        for (var row = 0; row < 50; row++)
            matrix.SetRows(row, [row, row + 100, row + 200]);
        Assert.Equal(2, matrix.Blocks);
        Assert.Equal(107, buffer.Pointer[40 + 7]);              // unit 1 of sample 7
        Assert.Equal(245, buffer.Pointer[120 + 80 + 5]);        // unit 2 of sample 45, in the second block
        Assert.Equal(0, buffer.Pointer[120 + 10]);              // the second block has ten samples; the rest stays empty
        Assert.Equal(0, (nint)buffer.Pointer % 64);
    }

    [Fact]
    public unsafe void A_small_batch_is_one_block_of_a_few_vectors()
    {
        using var buffer = new NativeBuffer<float>(BlockedMatrix<float>.SizeFor(50, 3));
        var matrix = new BlockedMatrix<float>(buffer, 50, 3);
        matrix.SetRows(45, [1, 2, 3]);
        Assert.Equal(1, matrix.Blocks);
        Assert.Equal(3, buffer.Pointer[(2 * 64) + 45]);
    }

    [Fact]
    public unsafe void The_units_of_a_single_sample_lie_side_by_side()
    {
        using var buffer = new NativeBuffer<double>(BlockedMatrix<double>.SizeFor(1, 3));
        var matrix = new BlockedMatrix<double>(buffer, 1, 3);
        matrix.SetRows(0, [1, 2, 3]);
        Assert.Equal((1.0, 2.0, 3.0), (buffer.Pointer[0], buffer.Pointer[1], buffer.Pointer[2]));
    }

    private static void Check<T>(int rows, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var buffer = new NativeBuffer<T>(BlockedMatrix<T>.SizeFor(rows, units));
        var matrix = new BlockedMatrix<T>(buffer, rows, units);
        T[] expected = [.. Enumerable.Range(0, rows * units).Select(i => T.CreateTruncating(i))];
        for (var row = 0; row < rows; row++)
            matrix.SetRows(row, expected.AsSpan(row * units, units));
        var copy = new T[rows * units];
        matrix.CopyTo(copy);
        Assert.Equal(expected, copy);
        Assert.Equal(expected[^1], matrix[rows - 1, units - 1]);
    }
}
