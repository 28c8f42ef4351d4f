using System.Numerics;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Tests.Diagnostics;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Runtime.Tests.Layers;

/// <summary>dz_prev = da Wᵀ and dW = zᵀ da for batches and layers that no tile divides, in every vector width.</summary>
public sealed class BackwardShapeTests
{
    [Theory]
    [InlineData(1, 12, 9)]
    [InlineData(1, 9, 400)]
    [InlineData(8, 12, 9)]
    [InlineData(43, 5, 1)]
    [InlineData(43, 1, 5)]
    [InlineData(43, 17, 5)]
    [InlineData(43, 9, 17)]
    [InlineData(83, 100, 31)]
    [InlineData(160, 23, 40)]
    public void Gradients_are_the_products(int batch, int features, int units)
    {
        foreach (var width in Enum.GetValues<VectorWidth>())
        {
            Check<double>(batch, features, units, width, 1e-13);
            Check<float>(batch, features, units, width, 1e-4);
        }
    }

    private static void Check<T>(int batch, int features, int units, VectorWidth width, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var plan = new DiagnosedPlan(batch, features, Link.Dense(units)) { Groups = DiagnosticGroups.None };
        using var network = new DiagnosedNetwork<T>(plan, 1, RandomStream.Philox, threads: 1, width);
        network.Run();
        var (layer, weights) = (network.Layers[0], new T[features * units]);
        network.Weights[0].CopyTo(weights);
        double Upstream(int row, int unit) => double.CreateChecked(layer.Gradients[row, unit]);
        for (var k = 0; k < features; k++)
        {
            for (var row = 0; row < batch; row++)
            {
                var expected =
                    Enumerable.Range(0, units).Sum(unit => Upstream(row, unit) * double.CreateChecked(weights[(k * units) + unit]));
                Assert.Equal(expected, double.CreateChecked(network.InputGradients[row, k]), tolerance * units);
            }

            for (var unit = 0; unit < units; unit += 7)
            {
                var expected = Enumerable.Range(0, batch).Sum(row => double.CreateChecked(network.Input[row, k]) * Upstream(row, unit));
                Assert.Equal(expected, double.CreateChecked(network.WeightGradient(0)[k, unit]), tolerance * batch);
            }
        }
    }
}
