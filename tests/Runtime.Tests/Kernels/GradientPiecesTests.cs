using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Tests.Kernels;

/// <summary>Several layers' weight gradients, shared among threads: each unit once, and about as much for each thread.</summary>
public sealed unsafe class GradientPiecesTests
{
    private const int TileUnits = 5;

    [Theory]
    [InlineData(2, 100, 100, 100, 100, 100, 100)]
    [InlineData(2, 64, 100, 100, 100, 10)]
    [InlineData(3, 100, 100, 100, 100, 100, 100)]
    [InlineData(8, 100, 100, 100)]
    [InlineData(8, 3, 4, 5)]
    [InlineData(1, 7, 9, 1)]
    public void Every_unit_is_in_one_piece_and_the_parts_are_even(int threads, params int[] widths)
    {
        using var buffer = new NativeBuffer<double>(1);
        GradientTask<double>[] tasks = [.. widths.Zip(widths[1..]).Select(pair => new GradientTask<double>
        {
            Input = new(buffer, 1, pair.First),
            Gradient = new(buffer, 1, pair.Second),
            Weights = null,
            Bias = null,
        })];
        var pieces = new GradientPieces(threads, TileUnits, tasks.Length);
        pieces.Cut<double>(tasks);

        Assert.InRange(pieces.Count, 1, tasks.Length + threads - 1);
        var (task, unit, done) = (0, 0, 0L);
        var ends = new List<long>();
        for (var i = 0; i < pieces.Count; i++)
        {
            Assert.Equal((task, unit), (pieces[i].Task, pieces[i].First));
            Assert.True(pieces[i].End > unit && pieces[i].First % TileUnits == 0);
            done += Work(tasks[task], unit, pieces[i].End);
            ends.Add(done);
            (task, unit) = pieces[i].End == tasks[task].Input.Units ? (task + 1, 0) : (task, pieces[i].End);
        }

        Assert.Equal((tasks.Length, 0), (task, unit));
        for (var part = 1; part < threads; part++)
            Assert.Contains(ends, end => Math.Abs(end - (done * part / threads)) <= widths.Max());
    }

    private static long Work(in GradientTask<double> task, int first, int end) =>
        (long)(((end + TileUnits - 1) / TileUnits) - (first / TileUnits)) * task.Gradient.Units;
}
