using FanIn.Runtime.Initialisation;

namespace FanIn.Runtime.Layers;

public sealed unsafe partial class Parameter<T>
{
    /// <summary>Every element: value. Draws nothing.</summary>
    public void DrawConstant(double value)
    {
        Drawn = DrawnNumbers.Constant(value);
        _draw.Constant(this, value);
    }

    /// <summary>std·g, + mean if it is not 0, one normal g an element in row-major order.</summary>
    public void DrawNormal(double mean, double std)
    {
        Drawn = DrawnNumbers.Normal(mean, std);
        _draw.Normal(this, _tensor, mean, std);
    }

    /// <summary>min + (max − min)·u, one uniform u an element in row-major order.</summary>
    public void DrawUniform(double min, double max)
    {
        Drawn = DrawnNumbers.Uniform(min, max);
        _draw.Uniform(this, _tensor, min, max);
    }

    /// <summary>Normal between mean + low·std and mean + high·std: one uniform an element, by inverse distribution function.</summary>
    /// <param name="mean">Mean before the cut.</param>
    /// <param name="std">Standard deviation before the cut; with <paramref name="rescale"/>, after it.</param>
    /// <param name="low">Lower bound in standard deviations before the cut, from the mean.</param>
    /// <param name="high">Upper bound likewise.</param>
    /// <param name="rescale">Whether the distribution is widened by what the cut takes.</param>
    public void DrawTruncatedNormal(double mean, double std, double low, double high, bool rescale)
    {
        var distribution = new TruncatedNormal(mean, std, low, high, rescale);
        Drawn = DrawnNumbers.Truncated(std, distribution);
        _draw.Truncated(this, _tensor, distribution);
    }

    /// <summary>Makes room for <see cref="DrawOrthogonal"/>.</summary>
    public void ReserveOrthogonal() => _draw.Matrices.ReserveOrthogonal(Rows, Columns);

    /// <summary>
    /// gain · Q with orthonormal columns (rows, where they are fewer), uniformly distributed: QR of Rows × Columns normals drawn in
    /// row-major order, with the signs of R's diagonal (Saxe et al. 2014; Mezzadri 2007).
    /// </summary>
    public void DrawOrthogonal(double gain)
    {
        Drawn = new(gain, gain / Math.Sqrt(Math.Max(Rows, Columns)), DrawnOrigin.Orthogonal);
        _draw.Matrices.Orthogonal(this, _tensor, Rows, Columns, gain);
    }

    /// <summary>Makes room for <see cref="DrawIdentity"/>.</summary>
    public void ReserveIdentity() => _draw.Matrices.ReserveRow(Columns);

    /// <summary>
    /// gain on the diagonals of so many blocks of Columns / groups columns, 0 elsewhere; one group is the identity, cut or filled up with
    /// zeros. Draws nothing.
    /// </summary>
    /// <param name="gain">What an input is multiplied by on its way through.</param>
    /// <param name="groups">How often the first inputs are repeated; divides Columns.</param>
    public void DrawIdentity(double gain, double groups)
    {
        var ones = groups * Math.Min(Rows, Columns / (int)groups) / ((double)Rows * Columns);
        Drawn = new(gain, Math.Abs(gain) * Math.Sqrt(ones * (1 - ones)), DrawnOrigin.Fixed);
        _draw.Matrices.Identity(this, Rows, Columns, gain, (int)groups);
    }

    /// <summary>Makes room for <see cref="DrawSparse"/>.</summary>
    public void ReserveSparse() => _draw.Matrices.ReserveSparse(Columns);

    /// <summary>
    /// std·g, and in each row the ⌈sparsity · Columns⌉ elements with the smallest keys 0: Rows × Columns normals, then as many uniforms,
    /// the keys (of a tensor of their own, <c>…/weights/zeros</c>, where the stream is counter-based).
    /// </summary>
    /// <param name="sparsity">Share of zeros among an input's weights, 0 … 1.</param>
    /// <param name="std">Standard deviation of the others.</param>
    public void DrawSparse(double sparsity, double std)
    {
        var kept = 1 - (MatrixDraw.ZerosOf(sparsity, Columns) / (double)Columns);
        Drawn = DrawnNumbers.Normal(0, std * Math.Sqrt(kept)) with { Value = std };
        _draw.Matrices.Sparse(this, _tensor, _choice, Rows, Columns, sparsity, std);
    }

    /// <summary>Makes room for <see cref="DrawLooksLinear"/>.</summary>
    public void ReserveLooksLinear() => _draw.Matrices.ReserveOrthogonal(Rows, Columns);

    /// <summary>
    /// Mirrored blocks of a matrix that is drawn as by <see cref="DrawOrthogonal"/>: a network of ReLUs is linear at first.
    /// </summary>
    /// <param name="gain">Factor of the orthogonal block.</param>
    /// <param name="pairInputs">Whether the inputs come in two mirrored halves, which Rows must allow.</param>
    /// <param name="pairOutputs">Whether the outputs go in two mirrored halves, which Columns must allow.</param>
    public void DrawLooksLinear(double gain, bool pairInputs, bool pairOutputs)
    {
        var (rows, columns) = (pairInputs ? Rows / 2 : Rows, pairOutputs ? Columns / 2 : Columns);
        Drawn = new(gain, gain / Math.Sqrt(Math.Max(rows, columns)), DrawnOrigin.Mirrored);
        _draw.Matrices.LooksLinear(this, _tensor, Rows, Columns, gain, pairInputs, pairOutputs);
    }
}
