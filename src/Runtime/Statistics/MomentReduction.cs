using System.Numerics;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Statistics;

/// <summary>
/// Moments of a tensor along a fixed tree: chunks of 40, then the chunks of a series, then the series. The tree depends on the shape alone;
/// threads may share the chunks. docs/numerics.md describes it.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed unsafe class MomentReduction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly VectorWidth _width;
    private readonly double[] _nodes;
    private readonly double[] _origins;
    private readonly Moments[] _series;
    private readonly (double Low, double High)[] _extremes;
    private readonly double[] _across;
    private readonly Moments[] _acrossChunks;
    private TensorView<T> _view;

    /// <summary>Makes room for tensors of up to these sizes.</summary>
    /// <param name="width">Of the vectors.</param>
    /// <param name="capacity">The sizes.</param>
    public MomentReduction(VectorWidth width, ReductionCapacity capacity)
    {
        _width = width;
        _nodes = new double[(long)capacity.Partials * MomentTree.NodeLength];
        _origins = new double[capacity.Series];
        _series = new Moments[capacity.Series];
        _extremes = new (double, double)[capacity.Chunks];
        _across = new double[capacity.Chunks * TensorView<T>.ChunkLength];
        _acrossChunks = new Moments[capacity.Chunks];
    }

    /// <summary>The whole tensor's moments.</summary>
    public Moments Total { get; private set; }

    /// <summary>Smallest element, NaN left aside; +∞ when there is no other.</summary>
    public double Low { get; private set; }

    /// <summary>Largest element, NaN left aside; −∞ when there is no other.</summary>
    public double High { get; private set; }

    /// <summary>Moments of each series.</summary>
    public ReadOnlySpan<Moments> Series => _series.AsSpan(0, _view.Series);

    /// <summary>Begins with a tensor: <see cref="ReduceChunk"/> is to follow for each chunk, then <see cref="Combine"/>.</summary>
    public void Begin(in TensorView<T> view)
    {
        _view = view;
        for (var series = 0; series < view.Series; series++)
            _origins[series] = WideLanes.Number(view.Chunk(series, 0));
    }

    /// <summary>Reduces one chunk of every series. Several threads may do different chunks.</summary>
    public void ReduceChunk(int chunk)
    {
        var stride = (long)MomentTree.GroupsOf(_view.Series) * MomentTree.NodeLength;
        fixed (double* nodes = _nodes, origins = _origins, across = _across)
        {
            var deviations = across + ((long)chunk * TensorView<T>.ChunkLength);
            _extremes[chunk] = MomentLeaves.Reduce(_view, chunk, _width, nodes + (chunk * stride), origins, deviations);
        }
    }

    /// <summary>Goes from the chunks to the series and to the tensor.</summary>
    public void Combine()
    {
        CombineChunks(_view.Series, _view.Length, _series);
        Total = Moments.Combine(Series);
        (Low, High) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var (low, high) in _extremes.AsSpan(0, _view.Chunks))
            (Low, High) = (low < Low ? low : Low, high > High ? high : High);
    }

    /// <summary>
    /// Moments over positions (rows of the batch) of the sum of all series there, up to a constant that all positions share.
    /// To be called after <see cref="Combine"/>; overwrites the chunks' results.
    /// </summary>
    public Moments AcrossSeries()
    {
        const int Length = TensorView<double>.ChunkLength;
        var whole = _view.Length / Length;
        fixed (double* nodes = _nodes, across = _across)
        {
            ReduceAcross(TensorView<double>.OfRows(across, whole, Length), nodes, _acrossChunks);
            ReduceAcross(
                TensorView<double>.OfRows(across + (whole * Length), 1, _view.Length % Length), nodes, _acrossChunks.AsSpan(whole));
        }

        return Moments.Combine(_acrossChunks.AsSpan(0, _view.Chunks));
    }

    /// <summary>Chunks of one series taken as series of one chunk, eight of which go through the kernel at once.</summary>
    private void ReduceAcross(in TensorView<double> chunks, double* nodes, Span<Moments> result)
    {
        if (chunks.Count == 0)
            return;
        var deviations = stackalloc double[TensorView<double>.ChunkLength];
        MomentLeaves.Reduce(chunks, chunk: 0, _width, nodes, (double*)chunks.Data, deviations);
        for (var i = 0; i < chunks.Series; i++)
            result[i] = MomentTree.Node(nodes + (i / ChunkKernel.Series * MomentTree.NodeLength), i % ChunkKernel.Series, chunks.Length);
    }

    private void CombineChunks(int series, int length, Span<Moments> result)
    {
        var stride = (long)MomentTree.GroupsOf(series) * MomentTree.NodeLength;
        fixed (double* nodes = _nodes)
        {
            var group = nodes;
            for (var first = 0; first < series; first += ChunkKernel.Series, group += MomentTree.NodeLength)
            {
                var part = result.Slice(first, Math.Min(ChunkKernel.Series, series - first));
                switch (_width)
                {
                    case VectorWidth.Bits512:
                        MomentTree.Combine<Lanes512<double>>(group, stride, length, part);
                        break;
                    case VectorWidth.Bits256:
                        MomentTree.Combine<Lanes256<double>>(group, stride, length, part);
                        break;
                    case VectorWidth.Bits128:
                        MomentTree.Combine<Lanes128<double>>(group, stride, length, part);
                        break;
                    default:
                        MomentTree.Combine<Lane<double>>(group, stride, length, part);
                        break;
                }
            }
        }
    }
}
