using BenchmarkDotNet.Attributes;

namespace FanIn.Benchmarks.Pieces;

/// <summary>10,000 draws of each stream.</summary>
public class DrawPieces
{
    private static readonly TensorKey Tensor = TensorKey.Of("input");

    private readonly double[] _values = new double[10_000];
    private DrawSource? _source;

    /// <summary>The stream.</summary>
    [ParamsAllValues]
    public RandomStream Stream { get; set; }

    /// <summary>Seeds it.</summary>
    [GlobalSetup]
    public void Setup() => _source = DrawSource.Create(Stream, 0);

    /// <summary>Normals.</summary>
    [Benchmark]
    public void Normals() => _source!.Normals(Tensor, 0, _values);

    /// <summary>Uniforms.</summary>
    [Benchmark]
    public void Uniforms() => _source!.Uniforms(Tensor, 0, _values);
}
