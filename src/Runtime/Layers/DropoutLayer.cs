using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Streams;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Layers;

/// <summary>
/// z = x / keep where the element is kept, otherwise 0 (inverted dropout; Srivastava et al. 2014). An element is kept where its uniform is
/// below keep. The uniforms come from philox whatever the experiment's stream is, so that a NumPy stream's other draws stay as they are
/// without dropout. Until DrawMask every element is dropped.
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed unsafe class DropoutLayer<T> : Layer<T>, IParallelWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int WordBits = 64;

    private readonly TensorKey _tensor;
    private readonly PhiloxSource _source;
    private readonly NativeBuffer<ulong> _mask;
    private readonly int _words;
    private readonly int _slice;
    private readonly double[] _scratch;
    private double _keep = 1;
    private double _threshold;
    private T _factor;

    internal DropoutLayer(LayerSetup<T> setup)
        : base(setup)
    {
        _tensor = TensorKey.Of($"{setup.Layer.Path}/dropout");
        _source = new(setup.Seed.ForPhilox);
        _words = (Output.BlockRows + WordBits - 1) / WordBits;
        _mask = new((long)Output.Blocks * Output.Units * _words);
        _slice = Math.Min(Output.Units, TensorDraw.SliceLimit);
        _scratch = new double[setup.Team.Threads * _slice];
    }

    /// <summary>Whether element (row, unit) is kept, as of the last draw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or unit.</exception>
    /// <exception cref="ObjectDisposedException">The experiment is disposed.</exception>
    public bool IsKept(int row, int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Output.Rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Output.Units);
        var (block, within) = Math.DivRem(row, Output.BlockRows);
        var word = Mask(block)[(unit * _words) + (within / WordBits)];
        GC.KeepAlive(this);
        return (word >> (within % WordBits) & 1) == 1;
    }

    /// <summary>Draws which elements are kept: one uniform an element in row-major order.</summary>
    /// <param name="keep">The probability, above 0 and at most 1; 1 keeps all.</param>
    /// <exception cref="SettingException">It is not.</exception>
    public void DrawMask(double keep)
    {
        keep = LayerNumbers.Keep(Name, keep);
        _keep = keep;
        // A uniform may be 1 after rounding.
        _threshold = keep < 1 ? keep : double.PositiveInfinity;
        _factor = T.CreateTruncating(1 / keep);
        Setup.Team.Run(this, Output.Blocks);
    }

    /// <inheritdoc/>
    public override void Forward(int block)
    {
        Drop(block, Setup.Input.Block(block), Output.Block(block));
        GC.KeepAlive(this);
    }

    private protected override LayerSketch Sketch(IReadOnlyList<LayerSketch> branch) => new DropoutSketch(Name, _keep);

    private protected override void BackwardToInput(int block, T* target) => Drop(block, Way.Output.Block(block), target);

    /// <summary>A block of rows, whose words no other thread touches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void IParallelWork.Do(int item, int worker)
    {
        var mask = Mask(item);
        var units = Output.Units;
        new Span<ulong>(mask, units * _words).Clear();
        for (var row = 0; row < Output.RowsOf(item); row++)
        {
            var first = ((long)(item * Output.BlockRows) + row) * units;
            for (var unit = 0; unit < units; unit += _slice)
            {
                var uniforms = _scratch.AsSpan(worker * _slice, Math.Min(_slice, units - unit));
                _source.Uniforms(_tensor, first + unit, uniforms);
                var words = mask + (unit * _words) + (row / WordBits);
                for (var i = 0; i < uniforms.Length; i++)
                    words[i * _words] |= (uniforms[i] < _threshold ? 1UL : 0) << (row % WordBits);
            }
        }

        GC.KeepAlive(this);
    }

    private protected override void Free() => _mask.Dispose();

    private void Drop(int block, T* source, T* target)
    {
        var stride = Output.BlockRows;
        VectorKernel.RunOverSamples<T, DropoutKernel<T>>(
            new(source, target, Mask(block), _words, Output.Units, stride, _factor), stride, Setup.Width);
    }

    private ulong* Mask(int block) => _mask.Pointer + ((long)block * Output.Units * _words);
}
