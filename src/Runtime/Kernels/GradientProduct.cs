using System.Numerics;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// dW = zᵀ da, summed over the batch, and db. A chunk of da is laid out in panels, so that units lie in the lanes, then each tile of sums goes
/// through its samples. A thread alone does that as soon as a chunk is computed, while it is in the cache; several share the units before
/// when all is, each with panels of its own. Contract, to the bit: <c>dW_kj = fma(z_ik, da_ij, dW_kj)</c> from +0 with i ascending, one chain
/// an element; db_j is the sum of da_ij from +0 with i ascending.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class GradientProduct<T> : IParallelWork, IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly WorkerTeam _team;
    private readonly VectorWidth _width;
    private readonly int _lanes;
    private readonly NativeBuffer<T> _panels;
    private readonly long _panelsPerWorker;
    private readonly NativeBuffer<T> _padded;
    private readonly NativeBuffer<T> _biasSums;
    private BlockedMatrix<T>? _input;
    private BlockedMatrix<T>? _gradient;
    private T* _weightGradient;
    private T* _biasGradient;
    private T* _sums;
    private int _units;
    private int _chunkBlocks;
    private int _shares;

    /// <summary>Room for the gradients of layers of these shapes, and of so many samples or fewer.</summary>
    public GradientProduct(WorkerTeam team, VectorWidth width, int batch, IEnumerable<(int FanIn, int FanOut)> shapes)
    {
        (_team, _width, _lanes) = (team, width, width == VectorWidth.Scalar ? 1 : (int)width / 8 / sizeof(T));
        long sums = 0, biasSums = 0;
        foreach (var (fanIn, fanOut) in shapes)
        {
            var units = GradientTiling.PanelUnits(width, _lanes, fanOut);
            _panelsPerWorker = Math.Max(_panelsPerWorker, (long)units * Math.Min(batch, ChunkRows(fanIn, units)));
            sums = Math.Max(sums, units == fanOut ? 0 : (long)units * fanIn);
            biasSums = Math.Max(biasSums, units);
        }

        (_panels, _padded, _biasSums) = (new(_panelsPerWorker * team.Threads), new(sums), new(biasSums));
    }

    /// <summary>Whether it does nothing, while gradients of activations are wanted alone.</summary>
    public bool IsPaused { get; set; }

    /// <summary>All of it, where da is complete. The parameters are those of <see cref="Begin"/>.</summary>
    public void Run(BlockedMatrix<T> input, BlockedMatrix<T> gradient, T* weightGradient, T* biasGradient)
    {
        Begin(input, gradient, weightGradient, biasGradient);
        for (var block = 0; block < gradient.Blocks; block++)
            Take(block);
        End();
    }

    /// <summary>Begins with a layer.</summary>
    /// <param name="input">z of the layer before, Batch × FanIn.</param>
    /// <param name="gradient">da, Batch × FanOut.</param>
    /// <param name="weightGradient">Receives dW, FanIn × FanOut, row-major.</param>
    /// <param name="biasGradient">Receives db, FanOut numbers; null without a bias.</param>
    public void Begin(BlockedMatrix<T> input, BlockedMatrix<T> gradient, T* weightGradient, T* biasGradient)
    {
        if (IsPaused)
            return;
        (_input, _gradient) = (input, gradient);
        _weightGradient = weightGradient;
        _biasGradient = biasGradient;
        _units = GradientTiling.PanelUnits(_width, _lanes, gradient.Units);
        _sums = _units == gradient.Units ? weightGradient : _padded.Pointer;
        _chunkBlocks = Math.Max(1, ChunkRows(input.Units, _units) / input.BlockRows);
        var tiles = (input.Units + GradientTiling.TileUnits(_width) - 1) / GradientTiling.TileUnits(_width);
        _shares = Math.Min(tiles, _team.Threads);
        new Span<T>(_biasSums.Pointer, _units).Clear();
        if (_team.Threads == 1)
            Clear(0, input.Units);
    }

    /// <summary>Takes a block of da, as soon as it is computed. A thread alone takes them in order.</summary>
    public void Take(int block)
    {
        if (_team.Threads == 1 && !IsPaused)
            Sum(block, 0, _input!.Units, worker: 0);
        GC.KeepAlive(this);
    }

    /// <summary>Completes dW and db.</summary>
    public void End()
    {
        if (_team.Threads == 1)
            Deliver(0, _input!.Units);
        else
            _team.Run(this, _shares);
        if (_biasGradient != null)
            new ReadOnlySpan<T>(_biasSums.Pointer, _gradient!.Units).CopyTo(new(_biasGradient, _gradient.Units));
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _panels.Dispose();
        _padded.Dispose();
        _biasSums.Dispose();
    }

    /// <summary>A share of the units before, through the whole batch.</summary>
    void IParallelWork.Do(int item, int worker)
    {
        var (first, end) = (Begin(item), Begin(item + 1));
        Clear(first, end - first);
        for (var block = 0; block < _gradient!.Blocks; block++)
            Sum(block, first, end - first, worker);
        Deliver(first, end - first);

        int Begin(int share)
        {
            var tileUnits = GradientTiling.TileUnits(_width);
            var tiles = (_input!.Units + tileUnits - 1) / tileUnits;
            return Math.Min(_input.Units, (int)((long)tiles * share / _shares) * tileUnits);
        }
    }

    private static int ChunkRows(int fanIn, int units) => GradientTiling.ChunkRows((long)fanIn * units * sizeof(T));

    /// <summary>A block, for some units before: it is laid out, and with the last one of a chunk the sums go on.</summary>
    private void Sum(int block, int firstBefore, int before, int worker)
    {
        var (input, gradient) = (_input!, _gradient!);
        var firstBlock = block - (block % _chunkBlocks);
        var rows = Math.Min(_chunkBlocks * input.BlockRows, input.Rows - (firstBlock * input.BlockRows));
        var panels = _panels.Pointer + (worker * _panelsPerWorker);
        LayOut(block, panels, (block - firstBlock) * gradient.BlockRows, rows);
        if ((block + 1) % _chunkBlocks != 0 && block + 1 != gradient.Blocks)
            return;
        var tile = new GradientTile<T>
        {
            Scalars = input.Block(firstBlock) + ((nint)firstBefore * input.BlockRows),
            BlockRows = input.BlockRows,
            BlockStride = (nint)input.BlockRows * input.Units,
            Rows = rows,
            Vectors = null,
            Sums = _sums + ((nint)firstBefore * _units),
            SumStride = _units,
            Units = before,
        };
        var biasSums = _biasGradient != null && firstBefore == 0 ? _biasSums.Pointer : null;
        VectorKernel.Run<T, GradientSumKernel<T>>(new(tile, panels, gradient.Units, biasSums), _width);
    }

    /// <summary>A block's part of every panel, from this row of so many on.</summary>
    private void LayOut(int block, T* panels, int row, int rows)
    {
        var gradient = _gradient!;
        for (var unit = 0; unit < gradient.Units;)
        {
            var left = gradient.Units - unit;
            var width = GradientTiling.PanelVectors(_width, (left + _lanes - 1) / _lanes) * _lanes;
            var source = gradient.Block(block) + ((nint)unit * gradient.BlockRows);
            var target = panels + ((long)unit * rows) + ((long)row * width);
            Transposition.Copy(source, gradient.BlockRows, target, width, Math.Min(left, width), gradient.RowsOf(block));
            unit += width;
        }
    }

    private void Clear(int firstBefore, int before) => new Span<T>(_sums + ((nint)firstBefore * _units), before * _units).Clear();

    private void Deliver(int firstBefore, int before)
    {
        if (_sums == _weightGradient)
            return;
        var units = _gradient!.Units;
        for (var i = firstBefore; i < firstBefore + before; i++)
            new ReadOnlySpan<T>(_sums + ((nint)i * _units), units).CopyTo(new(_weightGradient + ((nint)i * units), units));
    }
}
