using System.Numerics;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Tests.Kernels;

/// <summary>dW = zᵀ da against the plain loop that defines it: equal to the bit for every width, shape, dtype and number of threads.</summary>
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
            product.Begin(input, gradient, target, biasTarget);
            team.Run(new BlockWork(product.Take), gradient.Blocks);
            product.End();
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
