namespace FanIn.Runtime.Kernels;

/// <summary>
/// One block of samples of one dense layer: where its numbers lie. Activations are [unit][sample], weights [unit before][unit].
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal unsafe struct DenseBlock<T>
    where T : unmanaged
{
    /// <summary>z of the layer before, FanIn × RowStride.</summary>
    public required T* Input;

    /// <summary>W, FanIn × FanOut.</summary>
    public required T* Weights;

    /// <summary>W once more, as <see cref="DenseTiling"/> packs it; null where no tile needs it.</summary>
    public required T* Packed;

    /// <summary>b, FanOut numbers; null without a bias.</summary>
    public required T* Bias;

    /// <summary>Receives a, FanOut × RowStride; the same as Output when a is not wanted.</summary>
    public required T* PreActivations;

    /// <summary>Receives z, FanOut × RowStride.</summary>
    public required T* Output;

    /// <summary>Units before.</summary>
    public required int FanIn;

    /// <summary>Units.</summary>
    public required int FanOut;

    /// <summary>Samples that the block has room for: from a unit to the next.</summary>
    public required int RowStride;

    /// <summary>Samples of the block.</summary>
    public required int Rows;

    /// <summary>The block that lies so many blocks behind this one.</summary>
    /// <param name="blocks">How many blocks behind.</param>
    /// <param name="rows">Its samples.</param>
    public readonly DenseBlock<T> After(int blocks, int rows)
    {
        var rowsBefore = (long)blocks * RowStride;
        var result = this;
        result.Input += rowsBefore * FanIn;
        result.PreActivations += rowsBefore * FanOut;
        result.Output += rowsBefore * FanOut;
        result.Rows = rows;
        return result;
    }
}
