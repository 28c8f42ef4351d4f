using FanIn.Runtime.Numerics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Streams;

/// <summary>FanIn's own stream: its first values, and that an element depends on (seed, tensor, index) alone.</summary>
public class PhiloxSourceTests
{
    private static readonly TensorKey _tensor = TensorKey.Of("hidden/3/weights");

    /// <summary>Elements 2i and 2i + 1 as mpmath computes them from the definition at 50 digits.</summary>
    [Theory]
    [InlineData(0UL, "input", 0L, 0.9214555740355783, 0.9284759732561341, 0.3643156221258794, -0.175714411814429)]
    [InlineData(0UL, "input", 2L, 0.37372408216241043, 0.6616695882128083, -0.7393094873852123, -1.1924330111144237)]
    [InlineData(42UL, "input", 0L, 0.12484457801427434, 0.1021131837810218, 1.6342839301938221, 1.220855199402369)]
    [InlineData(42UL, "hidden/3/weights", 0L, 0.7481167860370779, 0.6044355636415351, -0.6036198113465338, -0.46479617856480165)]
    [InlineData(ulong.MaxValue, "hidden/1/weights", 0L, 0.5667787121872343, 0.9357931379850439, 0.9800860754260542, -0.4183347275571645)]
    [InlineData(0UL, "input", 1L << 34, 0.02028093552089677, 0.17520330463563377, 1.2644343487861953, 2.4894484770351046)]
    public void Draws_what_the_definition_says(ulong seed, string path, long first, double u1, double u2, double even, double odd)
    {
        var source = DrawSource.Create(RandomStream.Philox, seed);
        var pair = new double[2];
        source.Uniforms(TensorKey.Of(path), first, pair);
        Assert.Equal([u1, u2], pair);
        source.Normals(TensorKey.Of(path), first, pair);
        Assert.InRange(Math.Abs(pair[0] / even - 1), 0, 5e-16);
        Assert.InRange(Math.Abs(pair[1] / odd - 1), 0, 5e-16);
    }

    /// <summary>docs/numerics.md prints the first of these. They never change.</summary>
    [Theory]
    [InlineData(0UL, "input", "f3ac779c76db625e26b907de4cbfe624a9de4f51f4a0a23c4490403424e0d130")]
    [InlineData(42UL, "input", "2130de3d2da98f146aaf030862ebf3b6369f44fadf0a9a4ca4ed5a49f6692cd1")]
    [InlineData(0UL, "hidden/1/weights", "72c9b6ef5bae7dffbc93e7937507638b1f4db0561502b4f2a9330ba78208ffa5")]
    public void First_hundred_thousand_normals_are_pinned(ulong seed, string path, string hash) =>
        Assert.Equal(hash, NumpyReference.Hash(Normals(seed, TensorKey.Of(path), 0, 100_000)));

    [Fact]
    public void Any_block_drawn_anywhere_is_a_part_of_the_whole()
    {
        var normals = Normals(7, _tensor, 0, 400);
        var uniforms = Uniforms(7, _tensor, 0, 400);
        for (var first = 0; first < 40; first++)
        {
            for (var length = 0; length < 70; length++)
            {
                Assert.Equal(normals[first..(first + length)], Normals(7, _tensor, first, length));
                Assert.Equal(uniforms[first..(first + length)], Uniforms(7, _tensor, first, length));
            }
        }
    }

    [Fact]
    public void Widths_give_the_same_bits()
    {
        Check<NormalPair>();
        Check<UniformPair>();

        static void Check<TMap>()
            where TMap : struct, IPairMap
        {
            var expected = Fill<Lane<double>, TMap>();
            Assert.Equal(expected, Fill<Lanes128<double>, TMap>());
            Assert.Equal(expected, Fill<Lanes256<double>, TMap>());
            Assert.Equal(expected, Fill<Lanes512<double>, TMap>());
        }

        static double[] Fill<TVector, TMap>()
            where TVector : struct, IVector<TVector, double>
            where TMap : struct, IPairMap
        {
            var values = new double[20_001];
            new PhiloxSource(3).Fill<TVector, TMap>(_tensor, (1L << 33) - 10_001, values);      // the pair's number passes 2³²
            return values;
        }
    }

    [Fact]
    public void Seeds_tensors_and_elements_all_count()
    {
        double[][] draws =
        [
            Normals(0, _tensor, 0, 10), Normals(1, _tensor, 0, 10), Normals(1UL << 32, _tensor, 0, 10),
            Normals(0, TensorKey.Of("hidden/4/weights"), 0, 10), Normals(0, _tensor, 10, 10), Normals(0, _tensor, 1L << 33, 10),
        ];
        Assert.Equal(60, draws.SelectMany(values => values).Distinct().Count());
    }

    [Fact]
    public void Restart_changes_nothing()
    {
        var source = DrawSource.Create(RandomStream.Philox, 0);
        var before = new double[5];
        var after = new double[5];
        source.Normals(_tensor, 0, before);
        source.Restart();
        source.Normals(_tensor, 0, after);
        Assert.Equal(before, after);
    }

    [Fact]
    public void A_negative_element_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Normals(0, _tensor, -1, 1));

    private static double[] Normals(ulong seed, TensorKey tensor, long first, int count)
    {
        var values = new double[count];
        DrawSource.Create(RandomStream.Philox, seed).Normals(tensor, first, values);
        return values;
    }

    private static double[] Uniforms(ulong seed, TensorKey tensor, long first, int count)
    {
        var values = new double[count];
        DrawSource.Create(RandomStream.Philox, seed).Uniforms(tensor, first, values);
        return values;
    }
}
