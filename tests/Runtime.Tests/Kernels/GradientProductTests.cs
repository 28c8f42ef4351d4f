using System.Numerics;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Tests.Kernels;

/// <summary>
/// dW = zᵀ da against the plain loop that defines it: equal to the bit for every width, shape, dtype and number of threads.
/// </summary>
public sealed unsafe class GradientProductTests
{
    public static TheoryData<int, int, int> Shapes() => new()
    {
        { 1, 1, 1 }, { 1, 7, 100 }, { 2, 5, 3 }, { 8, 6, 32 }, { 40, 100, 100 }, { 41, 4, 37 },
        { 79, 11, 64 }, { 100, 1, 10 }, { 130, 13, 65 }, { 257, 37, 129 }, { 1000, 10, 9 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Float64_is_the_plain_loop(int batch, int before, int units) => Check<double>(batch, before, units);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Float32_is_the_plain_loop(int batch, int before, int units) => Check<float>(batch, before, units);

    [Fact]
    public void Layers_that_threads_share_do_not_mix()
    {
        const int Batch = 130;
        var random = new Random(1);
        int[] widths = [7, 100, 13, 65, 1];
        double[][] numbers = [.. widths.Select(units => Numbers<double>(random, Batch * units))];
        foreach (var threads in (int[])[1, 2, 3, 8])
        {
            using var team = new WorkerTeam(threads);
            using var product = new GradientProduct<double>(team, VectorWidths.Preferred, Batch, widths.Zip(widths[1..]));
            using var results = new NativeBuffer<double>(widths.Zip(widths[1..], (before, units) => before * units).Sum());
            NativeBuffer<double>[] buffers =
                [.. widths.Select(units => new NativeBuffer<double>(BlockedMatrix<double>.SizeFor(Batch, units)))];
            BlockedMatrix<double>[] matrices = [.. widths.Select((units, i) => Filled(new(buffers[i], Batch, units), numbers[i]))];
            var target = results.Pointer;
            for (var i = 1; i < widths.Length; target += widths[i - 1] * widths[i], i++)
            {
                var task = new GradientTask<double> { Input = matrices[i - 1], Gradient = matrices[i], Weights = target, Bias = null };
                product.Begin(task);
                for (var block = 0; block < matrices[i].Blocks; block++)
                    product.Take(task, block);
                product.End(task);
            }

            product.Complete();
            target = results.Pointer;
            for (var i = 1; i < widths.Length; target += widths[i - 1] * widths[i], i++)
            {
                var expected = PlainLoop(numbers[i - 1], numbers[i], Batch, widths[i - 1], widths[i]);
                Assert.Equal(expected, new Span<double>(target, expected.Length).ToArray());
            }

            foreach (var buffer in buffers)
                buffer.Dispose();
        }
    }

    private static void Check<T>(int batch, int before, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(batch + before + units);
        var z = Numbers<T>(random, batch * before);
        var da = Numbers<T>(random, batch * units);
        var expected = PlainLoop(z, da, batch, before, units);
        foreach (var width in Enum.GetValues<VectorWidth>())
        {
            foreach (var threads in (int[])[1, 2, 3])
                Assert.Equal(expected, Product(z, da, batch, before, units, width, threads));
        }
    }

    private static T[] Product<T>(T[] z, T[] da, int batch, int before, int units, VectorWidth width, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var team = new WorkerTeam(threads);
        using var product = new GradientProduct<T>(team, width, batch, [(3, 2), (before, units)]);
        using var inputs = new NativeBuffer<T>(BlockedMatrix<T>.SizeFor(batch, before));
        using var gradients = new NativeBuffer<T>(BlockedMatrix<T>.SizeFor(batch, units));
        var input = Filled(new(inputs, batch, before), z);
        var gradient = Filled(new(gradients, batch, units), da);
        var sums = Enumerable.Repeat(T.NaN, (before * units) + 1).ToArray();
        var biasSums = Enumerable.Repeat(T.NaN, units + 1).ToArray();
        fixed (T* target = sums, biasTarget = biasSums)
        {
            var task = new GradientTask<T> { Input = input, Gradient = gradient, Weights = target, Bias = biasTarget };
            product.Begin(task);
            team.Run(new BlockWork(block => product.Take(task, block)), gradient.Blocks);
            product.End(task);
            product.Complete();
        }

        Assert.True(T.IsNaN(sums[^1]) && T.IsNaN(biasSums[^1]), "The product wrote behind its end.");
        Assert.Equal(ColumnSums(da, units), biasSums[..^1]);
        return sums[..^1];
    }

    private static BlockedMatrix<T> Filled<T>(BlockedMatrix<T> matrix, T[] rowMajor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        matrix.SetRows(0, rowMajor);
        return matrix;
    }

    private static T[] Numbers<T>(Random random, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating((random.NextDouble() * 2) - 1))];

    private static T[] ColumnSums<T>(T[] da, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sums = new T[units];
        for (var i = 0; i < da.Length; i++)
            sums[i % units] += da[i];
        return sums;
    }

    private static T[] PlainLoop<T>(T[] z, T[] da, int batch, int before, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sums = new T[before * units];
        for (var i = 0; i < batch; i++)
        {
            for (var k = 0; k < before; k++)
            {
                for (var j = 0; j < units; j++)
                    sums[(k * units) + j] = T.FusedMultiplyAdd(z[(i * before) + k], da[(i * units) + j], sums[(k * units) + j]);
            }
        }

        return sums;
    }
}
