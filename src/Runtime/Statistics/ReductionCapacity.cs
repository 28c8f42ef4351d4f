namespace FanIn.Runtime.Statistics;

/// <summary>Sizes that workspace is allocated for: the largest of the tensors that it will serve.</summary>
/// <param name="Series">Series of a tensor.</param>
/// <param name="Chunks">Chunks of a series.</param>
/// <param name="Partials">Chunks × groups of <see cref="ChunkKernel.Series"/> series.</param>
internal readonly record struct ReductionCapacity(int Series, int Chunks, int Partials)
{
    /// <summary>Room for tensors of this shape as well.</summary>
    /// <exception cref="OverflowException">The tensor has more than 2³⁴ chunks.</exception>
    public ReductionCapacity Include(int series, int length)
    {
        var chunks = (length + TensorView<byte>.ChunkLength - 1) / TensorView<byte>.ChunkLength;
        var partials = checked(MomentTree.GroupsOf(series) * chunks);
        return new(Math.Max(Series, series), Math.Max(Chunks, chunks), Math.Max(Partials, partials));
    }
}
