namespace FanIn.Runtime.Kernels;

/// <summary>
/// How a weight gradient is cut, decided here alone: da into panels of a few vectors of units, the batch into chunks of samples. Nothing of
/// it changes a result.
/// </summary>
internal static class GradientTiling
{
    private const int SmallChunk = 80;
    private const int LargeChunk = 960;
    private const long ManySums = 1 << 19;

    /// <summary>Units before in a tile.</summary>
    public static int TileUnits(VectorWidth width) => width == VectorWidth.Bits512 ? 5 : 2;

    /// <summary>
    /// Vectors of the next panel, where so many are left. With 512 bits a tile holds five by three vectors or more; one alone waits for its
    /// sums. Where registers are few it holds two by four, or five by one.
    /// </summary>
    public static int PanelVectors(VectorWidth width, int left)
    {
        if (width != VectorWidth.Bits512)
            return left >= 3 ? 4 : 1;
        return left switch
        {
            <= 2 => 1,
            <= 5 => left,
            6 => 3,
            7 => 4,
            _ => 5,
        };
    }

    /// <summary>Units of all panels: those that exist and what fills the last vectors up.</summary>
    public static int PanelUnits(VectorWidth width, int lanes, int units)
    {
        var padded = 0;
        while (padded < units)
            padded += PanelVectors(width, (units - padded + lanes - 1) / lanes) * lanes;
        return padded;
    }

    /// <summary>
    /// Samples that a tile goes through before the next one: so few that a panel of them stays in the first-level cache, or many where the
    /// sums, which are read and written each time, do not stay in the second. Whole blocks of them are a chunk.
    /// </summary>
    public static int ChunkRows(long bytesOfSums) => bytesOfSums > ManySums ? LargeChunk : SmallChunk;
}
