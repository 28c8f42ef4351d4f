using System.Numerics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Initialisation;

/// <summary>Draws one tensor of weights.</summary>
internal static class Drawn
{
    /// <summary>The weights <c>a/1/weights</c>, row-major.</summary>
    public static double[] Weights(
        int rows, int columns, Action<Parameter<double>> draw, RandomStream stream =
            RandomStream.Philox, ulong seed = 8, int threads = 1) =>
        Weights<double>(rows, columns, draw, stream, seed, threads);

    /// <summary>The same in a dtype.</summary>
    public static T[] Weights<T>(
        int rows, int columns, Action<Parameter<T>> draw, RandomStream stream = RandomStream.Philox, ulong seed = 8, int threads = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var team = new WorkerTeam(threads);
        var parameter = new Parameter<T>(rows, columns, "a/1/weights", new(DrawSource.Create(stream, seed), team, longestRow: 1));
        draw(parameter);
        var copy = new T[rows * columns];
        parameter.CopyTo(copy);
        ((IDisposable)parameter).Dispose();
        return copy;
    }

    /// <summary>Element (row, column) of W Wᵀ, or of Wᵀ W where that is smaller.</summary>
    public static double[,] Gram(double[] w, int rows, int columns)
    {
        var (size, length) = rows < columns ? (rows, columns) : (columns, rows);
        double At(int vector, int k) => rows < columns ? w[(vector * columns) + k] : w[(k * columns) + vector];
        var gram = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                for (var k = 0; k < length; k++)
                    gram[i, j] += At(i, k) * At(j, k);
            }
        }

        return gram;
    }
}
