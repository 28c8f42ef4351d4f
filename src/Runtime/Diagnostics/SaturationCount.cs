using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Diagnostics;

/// <summary>Counts pre-activations by the slope that they meet.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="blockRows">Samples of a block.</param>
/// <param name="widest">Units of the widest layer.</param>
/// <param name="width">Of the vectors.</param>
internal sealed unsafe class SaturationCount<T>(int blockRows, int widest, VectorWidth width) : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NativeBuffer<T> _ones = Ones((long)blockRows * widest);
    private readonly NativeBuffer<T> _slopes = new((long)blockRows * widest);
    private readonly int[] _flat = new int[widest];

    /// <summary>a ≤ t₋.</summary>
    public long Low { get; private set; }

    /// <summary>a ≥ t₊.</summary>
    public long High { get; private set; }

    /// <summary>φ′(a) = 0 between the two.</summary>
    public long Inactive { get; private set; }

    /// <summary>Units with φ′(a) = 0 for every sample.</summary>
    public int Dead { get; private set; }

    /// <summary>Counts a tensor.</summary>
    public void Count<TActivation>(BlockedMatrix<T> a, TActivation activation, SaturationLimits limits)
        where TActivation : struct, IActivation
    {
        (Low, High, Inactive, Dead) = (0, 0, 0, 0);
        _flat.AsSpan(0, a.Units).Clear();
        for (var block = 0; block < a.Blocks; block++)
        {
            VectorKernel.Run<T, DerivativeKernel<T, TActivation>>(
                new(a.Block(block), _ones.Pointer, _slopes.Pointer, a.Units * a.BlockRows, activation), width);
            for (var unit = 0; unit < a.Units; unit++)
                CountUnit(a.Block(block) + ((nint)unit * a.BlockRows), unit, a.RowsOf(block), a.BlockRows, limits);
        }

        for (var unit = 0; unit < a.Units; unit++)
            Dead += _flat[unit] == a.Rows ? 1 : 0;
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ones.Dispose();
        _slopes.Dispose();
    }

    private static NativeBuffer<T> Ones(long count)
    {
        var buffer = new NativeBuffer<T>(count);
        new Span<T>(buffer.Pointer, checked((int)count)).Fill(T.One);
        return buffer;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountUnit(T* a, int unit, int rows, int blockRows, SaturationLimits limits)
    {
        var slopes = _slopes.Pointer + ((nint)unit * blockRows);
        var (lowEnd, highEnd) = (T.CreateTruncating(limits.Low), T.CreateTruncating(limits.High));
        var (low, high, inactive, flat) = (0, 0, 0, 0);
        for (var i = 0; i < rows; i++)
        {
            var isLow = a[i] <= lowEnd ? 1 : 0;
            var isHigh = a[i] >= highEnd ? 1 : 0;
            var isFlat = slopes[i] == T.Zero ? 1 : 0;
            low += isLow;
            high += isHigh;
            flat += isFlat;
            inactive += isFlat & ~(isLow | isHigh);
        }

        Low += low;
        High += high;
        Inactive += inactive;
        _flat[unit] += flat;
    }
}
