using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Streams;

/// <summary>
/// <c>np.random.default_rng(s)</c> with <c>standard_normal</c> and <c>random</c>: <see cref="Pcg64"/> and the <see cref="Ziggurat"/>.
/// </summary>
internal sealed class NumpyPcg64Source(ulong seed) : DrawSource
{
    private readonly Pcg64 _start = new(seed);
    private Pcg64 _generator = new(seed);

    public override bool IsCounterBased => false;

    public override void Restart() => _generator = _start;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public override void Normals(TensorKey tensor, long first, Span<double> destination)
    {
        var generator = _generator;
        for (var i = 0; i < destination.Length; i++)
            destination[i] = Ziggurat.Next(ref generator);
        _generator = generator;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public override void Uniforms(TensorKey tensor, long first, Span<double> destination)
    {
        var generator = _generator;
        for (var i = 0; i < destination.Length; i++)
            destination[i] = generator.NextDouble();
        _generator = generator;
    }
}
