using System.Numerics;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// dW = zᵀ da, summed over the batch. da is first laid out in panels, <c>[panel of units][sample][units of the panel]</c>, so that its units
/// lie in the lanes; then threads share the tiles, each of which runs through the whole batch. Contract, to the bit:
/// <c>dW_kj = fma(z_ik, da_ij, dW_kj)</c> from +0 with i ascending, one chain an element; db_j likewise, as if of an input that is always 1.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class GradientProduct<T> : IParallelWork, IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly WorkerTeam _team;
    private readonly NativeBuffer<T> _panels;
    private readonly int _lanes;
    private readonly int _tileUnits;
    private readonly delegate*<in GradientTile<T>, void> _wide;
    private readonly delegate*<in GradientTile<T>, void> _narrow;
    private BlockedMatrix<T>? _input;
    private BlockedMatrix<T>? _gradient;
    private T* _sums;
    private T* _biasSums;
    private bool _isSumming;

    /// <summary>Room for gradients of any layer with so many units or fewer.</summary>
    public GradientProduct(WorkerTeam team, VectorWidth width, int batch, int widest)
    {
        _team = team;
        _tileUnits = width == VectorWidth.Bits512 ? 5 : 2;
        switch (width)
        {
            case VectorWidth.Bits512:
                _lanes = Lanes512<T>.Count;
                _wide = &GradientTiles.Units5<T, Lanes512<T>>;
                _narrow = &GradientTiles.OneVector<T, Lanes512<T>>;
                break;
            case VectorWidth.Bits256:
                _lanes = Lanes256<T>.Count;
                _wide = &GradientTiles.Units2<T, Lanes256<T>>;
                _narrow = &GradientTiles.OneVector<T, Lanes256<T>>;
                break;
            case VectorWidth.Bits128:
                _lanes = Lanes128<T>.Count;
                _wide = &GradientTiles.Units2<T, Lanes128<T>>;
                _narrow = &GradientTiles.OneVector<T, Lanes128<T>>;
                break;
            default:
                _lanes = Lane<T>.Count;
                _wide = &GradientTiles.Units2<T, Lane<T>>;
                _narrow = &GradientTiles.OneVector<T, Lane<T>>;
                break;
        }

        _panels = new((long)batch * (widest + WideUnits));
    }

    private int WideUnits => GradientTiles.Vectors * _lanes;

    /// <summary>Computes dW, and db where there is a bias.</summary>
    /// <param name="input">z of the layer before, Batch × FanIn.</param>
    /// <param name="gradient">da, Batch × FanOut.</param>
    /// <param name="weightGradient">Receives dW, FanIn × FanOut, row-major.</param>
    /// <param name="biasGradient">Receives db, FanOut numbers; null without a bias.</param>
    public void Run(BlockedMatrix<T> input, BlockedMatrix<T> gradient, T* weightGradient, T* biasGradient)
    {
        (_input, _gradient, _isSumming) = (input, gradient, false);
        _sums = weightGradient;
        _biasSums = biasGradient;
        _team.Run(this, gradient.Blocks);
        _isSumming = true;
        _team.Run(this, Panels(gradient.Units) * (TilesOf(input.Units) + (biasGradient == null ? 0 : 1)));
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose() => _panels.Dispose();

    void IParallelWork.Do(int item, int worker)
    {
        if (!_isSumming)
        {
            LayOut(item);
            return;
        }

        var (tile, panel) = Math.DivRem(item, Panels(_gradient!.Units));
        if (tile < TilesOf(_input!.Units))
            Sum(panel, tile);
        else
            SumBias(panel);
    }

    private int TilesOf(int fanIn) => (fanIn + _tileUnits - 1) / _tileUnits;

    private int Panels(int units) => (units + WideUnits - 1) / WideUnits;

    /// <summary>All panels are wide, but for a last one of no more units than lanes.</summary>
    private int Width(int unitsLeft) => unitsLeft > _lanes ? WideUnits : _lanes;

    /// <summary>A block's part of every panel.</summary>
    private void LayOut(int block)
    {
        var gradient = _gradient!;
        var source = gradient.Block(block);
        var first = (long)block * gradient.BlockRows;
        for (var unit = 0; unit < gradient.Units; unit += WideUnits)
        {
            var (left, width) = (gradient.Units - unit, Width(gradient.Units - unit));
            var target = _panels.Pointer + ((long)unit * gradient.Rows) + (first * width);
            Transposition.Copy(
                source + ((nint)unit * gradient.BlockRows), gradient.BlockRows, target, width, Math.Min(left, width), gradient.RowsOf(block));
        }
    }

    private void Sum(int panel, int tile)
    {
        var (input, gradient) = (_input!, _gradient!);
        var (unit, before) = (panel * WideUnits, tile * _tileUnits);
        var (left, width) = (gradient.Units - unit, Width(gradient.Units - unit));
        var sums = _sums + ((nint)before * gradient.Units) + unit;
        var scratch = stackalloc T[_tileUnits * width];
        var isWhole = left >= width;
        var work = new GradientTile<T>
        {
            Scalars = input.Block(0) + ((nint)before * input.BlockRows),
            BlockRows = input.BlockRows,
            BlockStride = (nint)input.BlockRows * input.Units,
            Batch = input.Rows,
            Vectors = _panels.Pointer + ((long)unit * gradient.Rows),
            Sums = isWhole ? sums : scratch,
            SumStride = isWhole ? gradient.Units : width,
            Units = Math.Min(_tileUnits, input.Units - before),
        };
        if (width == WideUnits)
            _wide(work);
        else
            _narrow(work);

        // Whole vectors would run over into the next unit's sums, which another thread may be writing.
        for (var i = 0; !isWhole && i < work.Units; i++)
            new ReadOnlySpan<T>(scratch + (i * width), left).CopyTo(new(sums + ((nint)i * gradient.Units), left));
    }

    private void SumBias(int panel)
    {
        var gradient = _gradient!;
        var unit = panel * WideUnits;
        var (left, width) = (gradient.Units - unit, Width(gradient.Units - unit));
        var present = Math.Min(left, width);
        var vectors = _panels.Pointer + ((long)unit * gradient.Rows);
        var sums = new Span<T>(_biasSums + unit, present);
        sums.Clear();
        for (var row = 0; row < gradient.Rows; row++, vectors += width)
        {
            for (var j = 0; j < sums.Length; j++)
                sums[j] += vectors[j];
        }
    }
}
