namespace FanIn.Runtime.Layers;

/// <summary>A tensor that numbers are drawn into.</summary>
internal interface IDrawTarget
{
    /// <summary>Number of elements.</summary>
    long Count { get; }

    /// <summary>
    /// Elements that are written at once; slices begin at its multiples. At most <see cref="TensorDraw.SliceLimit"/>, or one row.
    /// </summary>
    int SliceLength { get; }

    /// <summary>Writes elements in row-major order, rounded to the dtype; may leave anything in their place.</summary>
    void Write(long first, Span<double> values);
}
