using System.Numerics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Training;

/// <summary>The loss of a batch and its gradient, dL/dz of the last layer. Block by block, which no result depends on.</summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class BatchLoss<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LossFunction _function;
    private readonly BlockedMatrix<T> _output;
    private readonly BlockedMatrix<T> _gradient;
    private readonly VectorWidth _width;
    private readonly NativeBuffer<T> _targetMemory;
    private readonly NativeBuffer<T> _losses;

    /// <summary>The loss of a network with this output, whose gradient goes there.</summary>
    public BatchLoss(LossFunction function, BlockedMatrix<T> output, BlockedMatrix<T> gradient, VectorWidth width)
    {
        (_function, _output, _gradient, _width) = (function, output, gradient, width);
        _targetMemory = new(BlockedMatrix<T>.SizeFor(output.Rows, output.Units));
        _losses = new((long)output.Blocks * output.BlockRows);
        Targets = new(_targetMemory, output.Rows, output.Units);
    }

    /// <summary>y, 1 at each sample's class and 0 elsewhere.</summary>
    public BlockedMatrix<T> Targets { get; }

    /// <summary>Computes the gradient, and each sample's loss.</summary>
    public void Compute()
    {
        var (stride, units, rows) = (_output.BlockRows, _output.Units, (double)_output.Rows);
        for (var block = 0; block < _output.Blocks; block++)
        {
            T* z = _output.Block(block), y = Targets.Block(block), dz = _gradient.Block(block);
            var losses = _losses.Pointer + ((nint)block * stride);
            if (_function == LossFunction.SoftmaxCrossEntropy)
                VectorKernel.RunOverSamples<T, CrossEntropyKernel<T>>(
                    new(z, y, dz, losses, units, stride, T.CreateTruncating(1 / rows)), stride, _width);
            else
                VectorKernel.RunOverSamples<T, SquaredErrorKernel<T>>(
                    new(z, y, dz, losses, units, stride, T.CreateTruncating(2 / (rows * units))), stride, _width);
        }

        GC.KeepAlive(this);
    }

    /// <summary>The sum of the first samples' losses, in float64 and in their order.</summary>
    public double Sum(int samples)
    {
        var sum = 0.0;
        for (var sample = 0; sample < samples; sample++)
            sum += double.CreateTruncating(_losses.Pointer[sample]);
        GC.KeepAlive(this);
        return sum;
    }

    /// <summary>The unit with a sample's largest output, the first of several; none is larger than NaN.</summary>
    public int Predicted(int sample)
    {
        var best = 0;
        for (var unit = 1; unit < _output.Units; unit++)
        {
            if (_output[sample, unit] > _output[sample, best])
                best = unit;
        }

        return best;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _targetMemory.Dispose();
        _losses.Dispose();
    }
}
