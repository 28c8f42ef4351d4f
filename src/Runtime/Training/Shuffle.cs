namespace FanIn.Runtime.Training;

/// <summary>
/// An order at random: of the numbers 0 … n − 1 in their order, i from n − 1 down to 1 is swapped with ⌊uᵢ · (i + 1)⌋ (Fisher and Yates,
/// in Durstenfeld's form, Algorithm 235, 1964).
/// </summary>
internal static class Shuffle
{
    /// <summary>Fills the order from as many uniforms; the first is not used.</summary>
    public static void Fill(Span<int> order, ReadOnlySpan<double> uniforms)
    {
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = Math.Min(i, (int)(uniforms[i] * (i + 1)));     // the product may round up to i + 1
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
