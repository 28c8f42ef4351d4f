using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Training;

namespace FanIn.Runtime.Tests.Training;

/// <summary>The loss and its gradient, for batches that fill blocks and batches that do not.</summary>
public sealed class BatchLossTests
{
    private const int Units = 5;

    public static TheoryData<LossFunction, int> Cases() => new()
    {
        { LossFunction.SoftmaxCrossEntropy, 1 }, { LossFunction.SoftmaxCrossEntropy, 9 }, { LossFunction.SoftmaxCrossEntropy, 83 },
        { LossFunction.MeanSquaredError, 1 }, { LossFunction.MeanSquaredError, 9 }, { LossFunction.MeanSquaredError, 83 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_is_that_of_the_loss(LossFunction function, int batch)
    {
        const double Step = 1e-6;
        using var probe = new Probe(function, batch);
        var outputs = Outputs(batch);
        probe.Compute(outputs);
        var gradient = new double[outputs.Length];
        probe.Gradient.CopyTo(gradient);
        foreach (var i in new[] { 0, outputs.Length / 2, outputs.Length - 1 })
        {
            double At(double shift) => probe.Compute([.. outputs.Select((z, j) => j == i ? z + shift : z)]);
            Assert.Equal((At(Step) - At(-Step)) / (2 * Step), gradient[i], 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_loss_is_its_definition(LossFunction function, int batch)
    {
        using var probe = new Probe(function, batch);
        var outputs = Outputs(batch);
        var expected = Enumerable.Range(0, batch).Average(row =>
        {
            var z = outputs[(row * Units)..((row + 1) * Units)];
            return function == LossFunction.SoftmaxCrossEntropy
                ? Math.Log(z.Sum(Math.Exp)) - z[row % Units]
                : z.Select((value, unit) => Math.Pow(value - (unit == row % Units ? 1 : 0), 2)).Average();
        });

        Assert.Equal(expected, probe.Compute(outputs), 1e-13);
    }

    [Fact]
    public void Large_outputs_do_not_overflow()
    {
        using var probe = new Probe(LossFunction.SoftmaxCrossEntropy, 1);
        Assert.Equal(2000, probe.Compute([-1000, 1000, 0, 0, 0]), 1e-9);
        Assert.Equal(-1, probe.Gradient[0, 0]);
        Assert.Equal(1, probe.Gradient[0, 1]);
    }

    [Fact]
    public void The_prediction_is_the_first_of_the_largest()
    {
        using var probe = new Probe(LossFunction.SoftmaxCrossEntropy, 2);
        probe.Compute([0, 3, 1, 3, 2, -5, -4, -3, -2, -9]);
        Assert.Equal(1, probe.Loss.Predicted(0));
        Assert.Equal(3, probe.Loss.Predicted(1));
    }

    private static double[] Outputs(int batch) => [.. Enumerable.Range(1, batch * Units).Select(i => 3 * Math.Sin(i * 1.7))];

    private sealed class Probe : IDisposable
    {
        private readonly NativeBuffer<double> _outputMemory;
        private readonly NativeBuffer<double> _gradientMemory;
        private readonly BlockedMatrix<double> _output;
        private readonly int _batch;

        public Probe(LossFunction function, int batch)
        {
            _batch = batch;
            _outputMemory = new(BlockedMatrix<double>.SizeFor(batch, Units));
            _gradientMemory = new(BlockedMatrix<double>.SizeFor(batch, Units));
            _output = new(_outputMemory, batch, Units);
            Gradient = new(_gradientMemory, batch, Units);
            Loss = new(function, _output, Gradient, VectorWidths.Preferred);
            Loss.Targets.SetRows(0, [.. Enumerable.Range(0, batch * Units).Select(i => i % Units == i / Units % Units ? 1.0 : 0)]);
        }

        public BlockedMatrix<double> Gradient { get; }

        public BatchLoss<double> Loss { get; }

        public double Compute(double[] outputs)
        {
            _output.SetRows(0, outputs);
            Loss.Compute();
            return Loss.Sum(_batch) / _batch;
        }

        public void Dispose()
        {
            Loss.Dispose();
            _outputMemory.Dispose();
            _gradientMemory.Dispose();
        }
    }
}
