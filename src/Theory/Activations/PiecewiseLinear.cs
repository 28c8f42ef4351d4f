using FanIn.Theory.Kernels;

namespace FanIn.Theory.Activations;

/// <summary>
/// φ(x) = slope·x + offset on each of the rays and intervals between the kinks; a kink belongs to the piece on its left. The ReLU family,
/// the hard functions and the shrinkers.
/// </summary>
public sealed class PiecewiseLinear : IJointActivation, IIntegrableActivation
{
    private readonly double[] _kinks;
    private readonly (double Slope, double Offset)[] _pieces;
    private readonly RectifierKernel? _kernel;

    /// <summary>A function of given pieces.</summary>
    /// <param name="kinks">Where pieces meet, ascending.</param>
    /// <param name="pieces">From left to right, one more than kinks.</param>
    /// <exception cref="ArgumentException">The counts do not fit.</exception>
    public PiecewiseLinear(double[] kinks, params (double Slope, double Offset)[] pieces)
    {
        if (pieces.Length != kinks.Length + 1)
        {
            throw new ArgumentException($"{kinks.Length} kinks need {kinks.Length + 1} pieces, not {pieces.Length}.", nameof(pieces));
        }

        _kinks = kinks;
        _pieces = pieces;
        IsHomogeneous = Array.TrueForAll(kinks, kink => kink == 0) && Array.TrueForAll(pieces, piece => piece.Offset == 0);
        _kernel = IsHomogeneous ? new RectifierKernel(pieces[0].Slope, pieces[pieces.Length - 1].Slope) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => _kinks;

    /// <summary>Slope and offset of each piece, from left to right.</summary>
    public IReadOnlyList<(double Slope, double Offset)> Pieces => _pieces;

    /// <inheritdoc/>
    public double Value(double x)
    {
        var (slope, offset) = PieceAt(x);
        return slope == 0 ? offset : slope * x + offset;
    }

    /// <inheritdoc/>
    public double Derivative(double x) => PieceAt(x).Slope;

    /// <summary>Whether φ(s x) = s φ(x) for s &gt; 0: the ReLU family.</summary>
    internal bool IsHomogeneous { get; }

    /// <inheritdoc/>
    IGaussianKernel? IIntegrableActivation.Kernel => _kernel;

    (double Value, double Slope) IJointActivation.Both(double x)
    {
        var (slope, offset) = PieceAt(x);
        return (slope == 0 ? offset : slope * x + offset, slope);
    }

    private (double Slope, double Offset) PieceAt(double x)
    {
        var i = 0;
        while (i < _kinks.Length && x > _kinks[i])
        {
            i++;
        }

        return _pieces[i];
    }
}
