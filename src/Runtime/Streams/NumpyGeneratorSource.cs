using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Streams;

/// <summary>
/// <c>np.random.Generator</c> with <c>standard_normal</c> and <c>random</c>: a bit generator and the <see cref="Ziggurat"/>.
/// </summary>
/// <typeparam name="TGenerator"><see cref="Pcg64"/> or <see cref="NumpyPhilox"/>.</typeparam>
/// <param name="start">The generator as its seed leaves it.</param>
internal sealed class NumpyGeneratorSource<TGenerator>(TGenerator start) : DrawSource
    where TGenerator : struct, IWordGenerator
{
    private readonly TGenerator _start = start;
    private TGenerator _generator = start;

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

    public override void Uniforms(TensorKey tensor, long first, Span<double> destination) => _generator.NextDoubles(destination);
}
