namespace FanIn.Runtime.Kernels;

/// <summary>How packed weights are cut into tiles of units.</summary>
/// <param name="Units">Units of a tile.</param>
/// <param name="Multiple">The last tile's units are rounded up to a multiple of this.</param>
internal readonly record struct WeightTiles(int Units, int Multiple)
{
    /// <summary>Units of all tiles together.</summary>
    public int RoundUp(int fanOut) => (fanOut + Multiple - 1) / Multiple * Multiple;
}
