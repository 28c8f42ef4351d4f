using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Initialisation;

/// <summary>Identities, sparse and mirrored matrices.</summary>
public sealed class MatrixTests
{
    [Theory]
    [InlineData(3, 3)]
    [InlineData(2, 5)]
    [InlineData(5, 2)]
    [InlineData(1, 4)]
    public void The_identity_is_cut_or_filled_up(int rows, int columns)
    {
        var w = Drawn.Weights(rows, columns, p => p.DrawIdentity(gain: 0.5, groups: 1));
        for (var i = 0; i < w.Length; i++)
            Assert.Equal(i / columns == i % columns ? 0.5 : 0, w[i]);
    }

    /// <summary>torch: <c>dirac_(torch.empty(6, 2, 1), groups=3)</c>, transposed.</summary>
    [Fact]
    public void Groups_repeat_the_first_inputs() => Assert.Equal(
        [1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1], Drawn.Weights(2, 6, p => p.DrawIdentity(gain: 1, groups: 3)));

    /// <summary>
    /// torch: <c>dirac_(torch.empty(4, 3, 1), groups=2)</c>, transposed: two units a group take the first two of three inputs.
    /// </summary>
    [Fact]
    public void A_group_that_is_narrower_than_the_inputs_takes_the_first() => Assert.Equal(
        [1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 0], Drawn.Weights(3, 4, p => p.DrawIdentity(gain: 1, groups: 2)));

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.1, 1)]
    [InlineData(0.5, 5)]
    [InlineData(0.85, 9)]
    [InlineData(1.0, 10)]
    public void Sparse_rows_have_so_many_zeros_each(double sparsity, int zeros)
    {
        var w = Drawn.Weights(40, 10, p => p.DrawSparse(sparsity, 0.3));
        Assert.All(w.Chunk(10), row => Assert.Equal(zeros, row.Count(x => x == 0)));
    }

    [Theory]
    [InlineData(RandomStream.Philox)]
    [InlineData(RandomStream.NumpyPcg64)]
    public void What_is_kept_are_the_normals_and_what_goes_has_the_smallest_keys(RandomStream stream)
    {
        var source = DrawSource.Create(stream, 8);
        var (normals, keys) = (new double[6 * 8], new double[6 * 8]);
        source.Normals(TensorKey.Of("a/1/weights"), 0, normals);
        source.Uniforms(TensorKey.Of("a/1/weights/zeros"), 0, keys);
        var expected = normals.Zip(keys).Chunk(8).SelectMany(row =>
        {
            var third = row.Select(pair => pair.Second).Order().ElementAt(2);
            return row.Select(pair => pair.Second <= third ? 0 : 0.01 * pair.First);
        });
        Assert.Equal(expected, Drawn.Weights(6, 8, p => p.DrawSparse(0.3, 0.01), stream));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void Mirrored_blocks_make_a_layer_of_relus_linear(bool pairInputs, bool pairOutputs)
    {
        const int Rows = 12, Columns = 20;
        var (height, width) = (pairInputs ? Rows / 2 : Rows, pairOutputs ? Columns / 2 : Columns);
        var a = Drawn.Weights(height, width, p => p.DrawOrthogonal(1.5));
        var w = Drawn.Weights(Rows, Columns, p => p.DrawLooksLinear(1.5, pairInputs, pairOutputs));
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
                Assert.Equal((i < height ? 1 : -1) * (j < width ? 1 : -1) * a[(i % height * width) + (j % width)], w[(i * Columns) + j]);
        }
    }

    [Theory]
    [InlineData("orthogonal")]
    [InlineData("identity")]
    [InlineData("sparse")]
    [InlineData("looks_linear")]
    public void A_draw_allocates_nothing_when_its_memory_is_reserved(string name) => Drawn.Weights(24, 40, p =>
    {
        Reserve(p);
        Assert.Equal(0, Allocations.OfThread(() => Draw(p)));

        void Reserve(Parameter<double> tensor) => (name switch
        {
            "orthogonal" => (Action)tensor.ReserveOrthogonal,
            "identity" => tensor.ReserveIdentity,
            "sparse" => tensor.ReserveSparse,
            _ => tensor.ReserveLooksLinear,
        })();

        void Draw(Parameter<double> tensor)
        {
            switch (name)
            {
                case "orthogonal":
                    tensor.DrawOrthogonal(1);
                    break;
                case "identity":
                    tensor.DrawIdentity(1, 2);
                    break;
                case "sparse":
                    tensor.DrawSparse(0.9, 1);
                    break;
                default:
                    tensor.DrawLooksLinear(1, true, true);
                    break;
            }
        }
    });
}
