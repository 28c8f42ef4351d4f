namespace FanIn.Figures;

/// <summary>How many figures are drawn.</summary>
public sealed record FigureRun
{
    /// <summary>Figures that are drawn at a time, at least 1; memory grows with it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Told after each figure how many are drawn and how many there are, by one thread at a time; null to tell nobody.</summary>
    public Action<int, int>? Drawn { get; init; }

    /// <summary>Checked before each file.</summary>
    public CancellationToken Cancellation { get; init; }
}
