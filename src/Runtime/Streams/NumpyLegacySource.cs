using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Streams;

/// <summary>
/// <c>np.random.seed(s)</c>, s a number or a list, with <c>randn</c> and <c>random_sample</c>: <see cref="Mt19937"/> and Marsaglia's polar
/// method, whose second normal waits for the next call, also across calls of another kind.
/// </summary>
internal sealed class NumpyLegacySource : DrawSource
{
    private readonly Seed _seed;
    private readonly Mt19937 _generator = new(0);
    private double _waiting;
    private bool _isWaiting;

    /// <param name="seed">A number below 2³², or a list of words.</param>
    public NumpyLegacySource(Seed seed)
    {
        _seed = seed;
        Restart();
    }

    public override bool IsCounterBased => false;

    public override void Restart()
    {
        if (_seed is NumberSeed number)
            _generator.Restart((uint)number.Value);
        else
            _generator.Restart(((WordsSeed)_seed).Words.AsSpan());
        _isWaiting = false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public override void Normals(TensorKey tensor, long first, Span<double> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = NextNormal();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public override void Uniforms(TensorKey tensor, long first, Span<double> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = _generator.NextDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double NextNormal()
    {
        if (_isWaiting)
        {
            _isWaiting = false;
            return _waiting;
        }

        double x, y, square;
        do
        {
            x = 2.0 * _generator.NextDouble() - 1.0;
            y = 2.0 * _generator.NextDouble() - 1.0;
            square = x * x + y * y;
        }
        while (square is >= 1.0 or 0.0);

        var factor = Math.Sqrt(-2.0 * Math.Log(square) / square);
        _waiting = factor * x;      // the first uniform's normal comes second
        _isWaiting = true;
        return factor * y;
    }
}
