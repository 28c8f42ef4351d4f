using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Initialisation;

/// <summary>
/// Draws matrices whose elements depend on each other. One for an experiment: its memory is reserved with the layers, so that drawing
/// allocates nothing. Arithmetic is float64 for either dtype.
/// </summary>
/// <param name="source">The stream.</param>
internal sealed class MatrixDraw(DrawSource source)
{
    private double[] _memory = [];
    private int[] _order = [];

    /// <summary>Makes room for a matrix that <see cref="Orthogonal"/> or <see cref="LooksLinear"/> is to draw.</summary>
    public void ReserveOrthogonal(int rows, int columns) => Reserve(OrthogonalRoom(rows, columns));

    /// <summary>Makes room for a row that <see cref="Identity"/> is to write.</summary>
    public void ReserveRow(int columns) => Reserve(columns);

    /// <summary>Makes room for a matrix that <see cref="Sparse"/> is to draw.</summary>
    public void ReserveSparse(int columns)
    {
        Reserve(2L * columns);
        if (_order.Length < columns)
            _order = new int[columns];
    }

    /// <summary>
    /// gain · Q with orthonormal columns, or rows where they are fewer: from rows × columns normals in row-major order, factored the tall
    /// way round.
    /// </summary>
    public void Orthogonal(IDrawTarget target, TensorKey tensor, int rows, int columns, double gain) =>
        target.Write(0, Orthonormal(tensor, rows, columns, gain));

    /// <summary>
    /// Blocks [A −A] of an orthogonal A, by which a network of ReLUs computes a linear function at first: outputs come in pairs y, −y, and
    /// inputs that do so already are taken together again (Balduzzi et al. 2017, The Shattered Gradients Problem, §4).
    /// </summary>
    public void LooksLinear(IDrawTarget target, TensorKey tensor, int rows, int columns, double gain, bool pairInputs, bool pairOutputs)
    {
        var (height, width) = (pairInputs ? rows / 2 : rows, pairOutputs ? columns / 2 : columns);
        var block = Orthonormal(tensor, height, width, gain);
        var row = _memory.AsSpan(block.Length, columns);
        for (var i = 0; i < rows; i++)
        {
            var source = block.Slice(i % height * width, width);
            for (var j = 0; j < columns; j++)
                row[j] = i < height == j < width ? source[j % width] : -source[j % width];
            target.Write((long)i * columns, row);
        }
    }

    /// <summary>
    /// Normals of which each row, one input's weights, keeps all but ⌈sparsity · columns⌉: those with the smallest of columns uniforms are
    /// set to 0 (torch.nn.init.sparse_, whose columns are these rows).
    /// </summary>
    public void Sparse(IDrawTarget target, TensorKey tensor, TensorKey choice, int rows, int columns, double sparsity, double std)
    {
        ReserveSparse(columns);
        var values = _memory.AsSpan(0, columns);
        var keys = _memory.AsSpan(columns, columns);
        var zeros = ZerosOf(sparsity, columns);
        for (var row = 0; row < rows; row++)
        {
            var first = (long)row * columns;
            source.Normals(tensor, first, values);
            for (var j = 0; j < columns; j++)
                values[j] *= std;
            target.Write(first, values);
        }

        Span<double> zero = stackalloc double[1];
        for (var row = 0; row < rows; row++)
        {
            var first = (long)row * columns;
            zero[0] = 0;
            source.Uniforms(choice, first, keys);
            for (var j = 0; j < columns; j++)
                _order[j] = j;
            keys.Sort(_order.AsSpan(0, columns));
            for (var j = 0; j < zeros; j++)
                target.Write(first + _order[j], zero);
        }
    }

    /// <summary>⌈sparsity · columns⌉.</summary>
    public static int ZerosOf(double sparsity, int columns) => (int)Math.Clamp(Math.Ceiling(sparsity * columns), 0, columns);

    /// <summary>
    /// gain where row and column have one number within their group, else 0. With one group that is the identity, cut or filled up with
    /// zeros; with more, the columns are shared out among the groups and each repeats the first rows (torch.nn.init.dirac_).
    /// </summary>
    public void Identity(IDrawTarget target, int rows, int columns, double gain, int groups)
    {
        ReserveRow(columns);
        var row = _memory.AsSpan(0, columns);
        var width = columns / groups;
        for (var i = 0; i < rows; i++)
        {
            row.Clear();
            for (var group = 0; group < groups && i < width; group++)
                row[(group * width) + i] = gain;
            target.Write((long)i * columns, row);
        }
    }

    private static long OrthogonalRoom(int rows, int columns) =>
        ((rows < columns ? 2L : 1) * rows * columns) + Math.Max(rows, columns) + (3L * Math.Min(rows, columns)) + (2L * columns);

    private Span<double> Orthonormal(TensorKey tensor, int rows, int columns, double gain)
    {
        ReserveOrthogonal(rows, columns);
        var count = rows * columns;
        var drawn = _memory.AsSpan(0, count);
        source.Normals(tensor, 0, drawn);
        if (rows >= columns)
        {
            Reflections.Orthonormalise(drawn, columns, gain, _memory.AsSpan(count));
            return drawn;
        }

        var tall = _memory.AsSpan(count, count);
        Transpose(drawn, tall, columns);
        Reflections.Orthonormalise(tall, rows, gain, _memory.AsSpan(2 * count));
        Transpose(tall, drawn, rows);
        return drawn;
    }

    private static void Transpose(ReadOnlySpan<double> from, Span<double> to, int columns)
    {
        var rows = from.Length / columns;
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                to[(j * rows) + i] = from[(i * columns) + j];
        }
    }

    private void Reserve(long room)
    {
        if (_memory.LongLength < room)
            _memory = new double[room];
    }
}
