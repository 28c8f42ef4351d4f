using System.Numerics;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Kernels;

/// <summary>
/// dW = zᵀ da, summed over the batch, and db. A chunk of da is laid out in panels, so that units lie in the lanes, then each tile of sums
/// goes through its samples. A thread alone does that as soon as a chunk is computed, while it is in the cache; several share the tiles of
/// all layers whose da is complete, each with panels and sums of its own. Contract, to the bit: <c>dW_kj = fma(z_ik, da_ij, dW_kj)</c>
/// from +0 with i ascending, one chain an element; db_j is the sum of da_ij from +0 with i ascending.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class GradientProduct<T> : IParallelWork, IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly WorkerTeam _team;
    private readonly VectorWidth _width;
    private readonly int _lanes;
    private readonly GradientTask<T>[] _tasks;
    private readonly GradientPieces _pieces;
    private readonly NativeBuffer<T> _panels;
    private readonly NativeBuffer<T> _sums;
    private readonly NativeBuffer<T> _biasSums;
    private readonly long _panelsPerWorker;
    private readonly long _sumsPerWorker;
    private readonly long _biasSumsPerWorker;
    private int _count;

    /// <summary>Room for the gradients of layers of these shapes, and of so many samples or fewer.</summary>
    public GradientProduct(WorkerTeam team, VectorWidth width, int batch, IEnumerable<(int FanIn, int FanOut)> shapes)
    {
        (_team, _width, _lanes) = (team, width, width == VectorWidth.Scalar ? 1 : (int)width / 8 / sizeof(T));
        var tasks = 1;
        foreach (var (fanIn, fanOut) in shapes)
        {
            var units = PanelUnits(fanOut);
            _panelsPerWorker = Math.Max(_panelsPerWorker, (long)units * Math.Min(batch, ChunkRows(fanIn, units)));
            _sumsPerWorker = Math.Max(_sumsPerWorker, units == fanOut ? 0 : (long)units * fanIn);
            _biasSumsPerWorker = Math.Max(_biasSumsPerWorker, units);
            tasks++;
        }

        (_panelsPerWorker, _sumsPerWorker) = (OfCacheLines(_panelsPerWorker), OfCacheLines(_sumsPerWorker));
        _biasSumsPerWorker = OfCacheLines(_biasSumsPerWorker);
        var workers = team.Threads;
        (_panels, _sums, _biasSums) = (new(workers * _panelsPerWorker), new(workers * _sumsPerWorker), new(workers * _biasSumsPerWorker));
        _tasks = new GradientTask<T>[tasks];
        _pieces = new(workers, GradientTiling.TileUnits(width), tasks);
    }

    /// <summary>Whether it does nothing, while gradients of activations are wanted alone.</summary>
    public bool IsPaused { get; set; }

    /// <summary>All of it, where da is complete. The parameters are a task's.</summary>
    public void Run(BlockedMatrix<T> input, BlockedMatrix<T> gradient, T* weights, T* bias)
    {
        var task = new GradientTask<T> { Input = input, Gradient = gradient, Weights = weights, Bias = bias };
        Begin(task);
        for (var block = 0; block < task.Gradient.Blocks; block++)
            Take(task, block);
        End(task);
        Complete();
    }

    /// <summary>Begins with a layer.</summary>
    public void Begin(in GradientTask<T> task)
    {
        if (_team.Threads == 1 && !IsPaused)
            Clear(task, 0, task.Input.Units, worker: 0);
    }

    /// <summary>Takes a block of da, as soon as it is computed. A thread alone takes them in order.</summary>
    public void Take(in GradientTask<T> task, int block)
    {
        if (_team.Threads == 1 && !IsPaused)
            Sum(task, block, 0, task.Input.Units, worker: 0);
        GC.KeepAlive(this);
    }

    /// <summary>To be called when a layer's da is complete; its dW and db are so after <see cref="Complete"/>.</summary>
    public void End(in GradientTask<T> task)
    {
        if (IsPaused)
            return;
        if (_team.Threads == 1)
            Deliver(task, 0, task.Input.Units, worker: 0);
        else
            _tasks[_count++] = task;
        GC.KeepAlive(this);
    }

    /// <summary>What several threads do together, for all layers that have ended.</summary>
    public void Complete()
    {
        if (_count == 0)
            return;
        _pieces.Cut<T>(_tasks.AsSpan(0, _count));
        _count = 0;
        _team.Run(this, _pieces.Count);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _panels.Dispose();
        _sums.Dispose();
        _biasSums.Dispose();
    }

    /// <summary>A piece, through the whole batch.</summary>
    void IParallelWork.Do(int item, int worker)
    {
        var (number, first, end) = _pieces[item];
        ref readonly var task = ref _tasks[number];
        Clear(task, first, end - first, worker);
        for (var block = 0; block < task.Gradient.Blocks; block++)
            Sum(task, block, first, end - first, worker);
        Deliver(task, first, end - first, worker);
    }

    private static int ChunkRows(int fanIn, int units) => GradientTiling.ChunkRows((long)fanIn * units * sizeof(T));

    private static long OfCacheLines(long count) => (count + (64 / sizeof(T)) - 1) / (64 / sizeof(T)) * (64 / sizeof(T));

    private int PanelUnits(int units) => GradientTiling.PanelUnits(_width, _lanes, units);

    /// <summary>Where the sums of a unit before go: into dW, or where its last vectors have no room, beside it.</summary>
    private T* Sums(in GradientTask<T> task, int first, int worker) => PanelUnits(task.Gradient.Units) == task.Gradient.Units
        ? task.Weights + ((nint)first * task.Gradient.Units)
        : _sums.Pointer + (worker * _sumsPerWorker);

    private T* BiasSums(int worker) => _biasSums.Pointer + (worker * _biasSumsPerWorker);

    /// <summary>A block, for some units before: it is laid out, and with the last one of a chunk the sums go on.</summary>
    private void Sum(in GradientTask<T> task, int block, int first, int before, int worker)
    {
        var (input, gradient) = (task.Input, task.Gradient);
        var units = PanelUnits(gradient.Units);
        var chunkBlocks = Math.Max(1, ChunkRows(input.Units, units) / input.BlockRows);
        var firstBlock = block - (block % chunkBlocks);
        var rows = Math.Min(chunkBlocks * input.BlockRows, input.Rows - (firstBlock * input.BlockRows));
        var panels = _panels.Pointer + (worker * _panelsPerWorker);
        LayOut(gradient, block, panels, (block - firstBlock) * gradient.BlockRows, rows);
        if ((block + 1) % chunkBlocks != 0 && block + 1 != gradient.Blocks)
            return;
        var tile = new GradientTile<T>
        {
            Scalars = input.Block(firstBlock) + ((nint)first * input.BlockRows),
            BlockRows = input.BlockRows,
            BlockStride = (nint)input.BlockRows * input.Units,
            Rows = rows,
            Vectors = null,
            Sums = Sums(task, first, worker),
            SumStride = units,
            Units = before,
        };
        var biasSums = task.Bias != null && first == 0 ? BiasSums(worker) : null;
        VectorKernel.Run<T, GradientSumKernel<T>>(new(tile, panels, gradient.Units, biasSums), _width);
    }

    /// <summary>A block's part of every panel, from this row of so many on.</summary>
    private void LayOut(BlockedMatrix<T> gradient, int block, T* panels, int row, int rows)
    {
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

    private void Clear(in GradientTask<T> task, int first, int before, int worker)
    {
        var units = PanelUnits(task.Gradient.Units);
        new Span<T>(Sums(task, first, worker), before * units).Clear();
        if (first == 0)
            new Span<T>(BiasSums(worker), units).Clear();
    }

    private void Deliver(in GradientTask<T> task, int first, int before, int worker)
    {
        var units = task.Gradient.Units;
        if (first == 0 && task.Bias != null)
            new ReadOnlySpan<T>(BiasSums(worker), units).CopyTo(new(task.Bias, units));
        var stride = PanelUnits(units);
        var sums = Sums(task, first, worker);
        var target = task.Weights + ((nint)first * units);
        for (var i = 0; i < before && stride != units; i++, sums += stride, target += units)
            new ReadOnlySpan<T>(sums, units).CopyTo(new(target, units));
    }
}
