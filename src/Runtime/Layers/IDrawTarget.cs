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

    /// <summary>Writes elements in row-major order, rounded to the dtype.</summary>
    void Write(long first, ReadOnlySpan<double> values);
}
