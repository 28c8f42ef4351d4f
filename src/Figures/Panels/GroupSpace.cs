namespace FanIn.Figures.Panels;

/// <summary>
/// What the parts of a group need; groups that stand beside or below each other take the largest of each, so that their panels line up.
/// </summary>
/// <param name="LeftMargin">For the labels of the y axis.</param>
/// <param name="BlockLines">Lines of each block of notes, or of all together.</param>
/// <param name="LaneHeight">For the counts of cut bars.</param>
internal sealed record GroupSpace(float LeftMargin, IReadOnlyList<int> BlockLines, float LaneHeight)
{
    public GroupSpace Or(GroupSpace other) => new(
        Math.Max(LeftMargin, other.LeftMargin),
        [.. BlockLines.Zip(other.BlockLines, Math.Max)],
        Math.Max(LaneHeight, other.LaneHeight));
}
