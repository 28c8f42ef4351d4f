using System.Numerics;
using FanIn.Runtime.Initialisation;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Layers;

/// <summary>
/// The input x, Batch × Features, row-major to its user; or what stands for it on the way back, the gradient of the last layer.
/// </summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed class InputLayer<T> : IDrawTarget
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TensorDraw _draw;
    private readonly TensorKey _tensor;

    internal InputLayer(BlockedMatrix<T> matrix, string path, TensorDraw draw) =>
        (Matrix, _tensor, _draw) = (matrix, TensorKey.Of(path), draw);

    /// <summary>Samples of the batch.</summary>
    public int Rows => Matrix.Rows;

    /// <summary>Features of a sample.</summary>
    public int Features => Matrix.Units;

    /// <summary>The numbers.</summary>
    internal BlockedMatrix<T> Matrix { get; }

    /// <summary>What it was last drawn with.</summary>
    internal DrawnNumbers Drawn { get; private set; } = DrawnNumbers.Copied;

    long IDrawTarget.Count => (long)Rows * Features;

    int IDrawTarget.SliceLength => Math.Max(1, TensorDraw.SliceLimit / Features) * Features;

    /// <summary>Element (row, feature).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or feature.</exception>
    /// <exception cref="ObjectDisposedException">The experiment is disposed.</exception>
    public T this[int row, int feature] => Matrix[row, feature];

    /// <summary>Takes the user's own numbers, row-major, between Draw and Forward.</summary>
    /// <exception cref="ArgumentException">The length is not Batch × Features.</exception>
    public void CopyFrom(ReadOnlySpan<T> rowMajor)
    {
        if (rowMajor.Length != (long)Rows * Features)
            throw new ArgumentException($"The input has {Rows} × {Features} elements, not {rowMajor.Length}.", nameof(rowMajor));
        Drawn = DrawnNumbers.Copied;
        Matrix.SetRows(0, rowMajor);
    }

    /// <summary>Copies x out, row-major.</summary>
    /// <exception cref="ArgumentException">There is not room for Batch × Features elements.</exception>
    public void CopyTo(Span<T> rowMajor) => Matrix.CopyTo(rowMajor);

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

    /// <summary>As a type of your own fills it.</summary>
    public void Draw(IInitialiser initialiser)
    {
        Drawn = DrawnNumbers.Own;
        _draw.Own(this, _tensor, Rows, Features, initialiser);
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

    void IDrawTarget.Write(long first, Span<double> values) =>
        Matrix.SetRows((int)(first / Features), Narrowing.RoundInPlace<T>(values));
}
