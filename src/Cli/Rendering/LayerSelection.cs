namespace FanIn.Cli.Rendering;

/// <summary>Which of many layers are shown: the first, some in the middle, the last.</summary>
internal static class LayerSelection
{
    /// <summary>Up to this many layers are all shown.</summary>
    public const int ShownWhole = 12;

    private const int AtEnds = 4;
    private const int InTheMiddle = 2;

    /// <summary>The shown layers' indices, ascending, as half-open ranges with gaps between them.</summary>
    public static IReadOnlyList<Range> Of(int layers, bool all)
    {
        if (all || layers <= ShownWhole)
            return [0..layers];
        int middle = (layers - InTheMiddle) / 2;
        return [0..AtEnds, middle..(middle + InTheMiddle), (layers - AtEnds)..layers];
    }
}
