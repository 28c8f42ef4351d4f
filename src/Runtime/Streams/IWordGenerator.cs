namespace FanIn.Runtime.Streams;

/// <summary>A bit generator below one of NumPy's <c>Generator</c>s: a struct, so that its state can be put back by copying it.</summary>
internal interface IWordGenerator
{
    /// <summary>64 bits.</summary>
    ulong NextUInt64();

    /// <summary>Uniform in [0, 1) with 53 bits.</summary>
    double NextDouble();

    /// <summary>As many <see cref="NextDouble"/>s, in their order.</summary>
    void NextDoubles(Span<double> destination);
}
