namespace FanIn.Runtime.Definitions;

/// <summary>What kinds of figures need.</summary>
public static class FigureKinds
{
    /// <summary>What has to be collected for a kind.</summary>
    public static FigureNeeds Needs(this FigureKind kind) => kind switch
    {
        FigureKind.Slopes => FigureNeeds.Slopes,
        FigureKind.HeatMap => FigureNeeds.Sample,
        FigureKind.OwnStd => FigureNeeds.OwnStd,
        _ => FigureNeeds.None,
    };

    /// <summary>What has to be collected for several.</summary>
    public static FigureNeeds Needs(this IEnumerable<FigureKind> kinds) =>
        kinds.Aggregate(FigureNeeds.None, (needs, kind) => needs | kind.Needs());
}
