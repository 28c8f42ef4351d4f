using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FanIn.Runtime.Initialisation;

/// <summary>
/// QR of a tall matrix by Householder reflections, in place, and the orthonormal columns Q (Golub and Van Loan, Matrix Computations, §5.2).
/// Every element is one chain of fused multiply-adds with ascending rows; vectors run over columns. So the bits depend on the matrix alone.
/// </summary>
internal static class Reflections
{
    /// <summary>
    /// Replaces a matrix by the Q of its decomposition QR with a positive diagonal of R, times a factor. For independent normals that Q is
    /// distributed uniformly (Haar) over the orthonormal frames; without the signs it is not (Mezzadri 2007, eq. 5.12).
    /// </summary>
    /// <param name="matrix">rows × columns, row-major, rows ≥ columns.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="factor">What Q is multiplied by.</param>
    /// <param name="scratch">rows + 3·columns numbers.</param>
    public static void Orthonormalise(Span<double> matrix, int columns, double factor, Span<double> scratch)
    {
        var rows = matrix.Length / columns;
        var reflector = scratch[..rows];
        var product = scratch.Slice(rows, columns);
        var taus = scratch.Slice(rows + columns, columns);
        var factors = scratch.Slice(rows + (2 * columns), columns);
        for (var k = 0; k < columns; k++)
        {
            (taus[k], var diagonal) = Reflect(matrix, columns, k, reflector);
            factors[k] = diagonal < 0 ? -factor : factor;
            Apply(matrix, columns, k, k + 1, taus[k], reflector, product);
        }

        for (var k = columns - 1; k >= 0; k--)
        {
            for (var i = k + 1; i < rows; i++)
                reflector[i] = matrix[(i * columns) + k];
            for (var i = 0; i < rows; i++)
                matrix[(i * columns) + k] = i < k ? 0 : i == k ? 1 - taus[k] : -taus[k] * reflector[i];
            Apply(matrix, columns, k, k + 1, taus[k], reflector, product);
        }

        for (var i = 0; i < rows; i++)
        {
            var row = matrix.Slice(i * columns, columns);
            for (var j = 0; j < columns; j++)
                row[j] *= factors[j];
        }
    }

    /// <summary>
    /// The reflection I − τ v vᵀ, v_k = 1, that makes column k zero below the diagonal; v is left there and in reflector.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Tau, double Diagonal) Reflect(Span<double> matrix, int columns, int k, Span<double> reflector)
    {
        var rows = reflector.Length;
        var alpha = matrix[(k * columns) + k];
        var below = 0.0;
        for (var i = k + 1; i < rows; i++)
        {
            var x = matrix[(i * columns) + k];
            below = Math.FusedMultiplyAdd(x, x, below);
        }

        if (below == 0)
        {
            reflector[(k + 1)..].Clear();
            return (0, alpha);
        }

        var norm = Math.Sqrt(Math.FusedMultiplyAdd(alpha, alpha, below));
        var beta = alpha < 0 ? norm : -norm;
        var scale = 1 / (alpha - beta);
        for (var i = k + 1; i < rows; i++)
        {
            ref var x = ref matrix[(i * columns) + k];
            reflector[i] = x *= scale;
        }

        return ((beta - alpha) / beta, beta);
    }

    /// <summary>Applies I − τ v vᵀ to rows k … and columns from on.</summary>
    private static void Apply(
        Span<double> matrix, int columns, int k, int from, double tau, ReadOnlySpan<double> reflector, Span<double> product)
    {
        if (tau == 0 || from == columns)
            return;
        var w = product[from..];
        matrix.Slice((k * columns) + from, w.Length).CopyTo(w);
        for (var i = k + 1; i < reflector.Length; i++)
            AddMultiple(w, reflector[i], matrix.Slice((i * columns) + from, w.Length));
        for (var j = 0; j < w.Length; j++)
            w[j] *= -tau;
        AddMultiple(matrix.Slice((k * columns) + from, w.Length), 1, w);
        for (var i = k + 1; i < reflector.Length; i++)
            AddMultiple(matrix.Slice((i * columns) + from, w.Length), reflector[i], w);
    }

    /// <summary>target += factor · source, each element fused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddMultiple(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        var factors = new Vector<double>(factor);
        var targets = MemoryMarshal.Cast<double, Vector<double>>(target);
        var sources = MemoryMarshal.Cast<double, Vector<double>>(source);
        for (var i = 0; i < targets.Length; i++)
            targets[i] = Vector.FusedMultiplyAdd(factors, sources[i], targets[i]);
        for (var i = targets.Length * Vector<double>.Count; i < target.Length; i++)
            target[i] = Math.FusedMultiplyAdd(factor, source[i], target[i]);
    }
}
