using FanIn.Runtime.Initialisation;

namespace FanIn.Experiments;

/// <summary>Rows of normals, made orthonormal one after the other (Gram and Schmidt), times a gain; fan_in is at most fan_out.</summary>
/// <param name="gain">Length of each row.</param>
public sealed class Orthonormal(double gain = 1) : IInitialiser
{
    /// <inheritdoc/>
    public void Fill(InitialiserContext context, Span<double> rowMajor)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(context.Rows, context.Columns);
        context.Normals(rowMajor);
        for (var row = 0; row < context.Rows; row++)
        {
            var current = rowMajor.Slice(row * context.Columns, context.Columns);
            for (var done = 0; done < row; done++)
            {
                var other = rowMajor.Slice(done * context.Columns, context.Columns);
                AddMultiple(current, other, -Dot(current, other) / (gain * gain));
            }

            var scale = gain / Math.Sqrt(Dot(current, current));
            for (var i = 0; i < current.Length; i++)
                current[i] *= scale;
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static void AddMultiple(Span<double> a, ReadOnlySpan<double> b, double factor)
    {
        for (var i = 0; i < a.Length; i++)
            a[i] += factor * b[i];
    }
}
