namespace FanIn.Runtime.Initialisation;

/// <summary>
/// Draws a tensor: what a type of your own implements to stand in a file as <c>init: MyLab.Orthonormal</c>, or as
/// <c>{ MyLab.Orthonormal: { gain: 2 } }</c> with the arguments of its constructor by name. A new object is made for each draw.
/// </summary>
public interface IInitialiser
{
    /// <summary>
    /// Gives every element its number. Where all randomness comes from the context, the same experiment with the same seed gives the same
    /// numbers on every machine.
    /// </summary>
    /// <param name="context">The tensor's shape, and random numbers for it.</param>
    /// <param name="rowMajor">
    /// Rows × Columns elements, row by row, all 0 at first. They are float64 for either dtype, and rounded to it afterwards.
    /// </param>
    void Fill(InitialiserContext context, Span<double> rowMajor);
}
