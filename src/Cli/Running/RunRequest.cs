using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;

namespace FanIn.Cli.Running;

/// <summary>What the user wants of `run`.</summary>
internal sealed record RunRequest
{
    /// <summary>Which experiments; all when empty.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>What overrides the files. Its thread count does not count; <see cref="Threads"/> does.</summary>
    public ExperimentOptions Overrides { get; init; } = new();

    /// <summary>Seeds with each of which every experiment runs; null for one run of each.</summary>
    public IReadOnlyList<ulong>? Seeds { get; init; }

    /// <summary>The numbers to set, as the user writes them.</summary>
    public IReadOnlyList<SettingArgument> Settings { get; init; } = [];

    /// <summary>Threads in all, which <see cref="ThreadRule"/> hands out; null for one on each processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Where the JSON goes: a path, <c>-</c> for stdout, null for nowhere.</summary>
    public string? Json { get; init; }

    /// <summary>Where the figures go; null for nowhere.</summary>
    public string? Figures { get; init; } = DefaultFigures;

    /// <summary>Kinds of figures to draw besides those that the files ask for.</summary>
    public IReadOnlyList<FigureKind> Show { get; init; } = [];

    /// <summary>
    /// What runs collect for the figures: for the kinds asked for, and, since it costs next to nothing beside the drawing, what shows the
    /// shape of a layer that is but a stick in the standard figure.
    /// </summary>
    public FigureNeeds FigureNeeds => Figures is null || Seeds is not null ? FigureNeeds.None : Show.Needs() | FigureNeeds.OwnStd;

    /// <summary>Only failures are reported.</summary>
    public bool Quiet { get; init; }

    /// <summary>Deep networks are shown whole.</summary>
    public bool AllLayers { get; init; }

    /// <summary>The folder for figures when the user names none.</summary>
    public const string DefaultFigures = "figures";

    /// <summary>Stdout belongs to the JSON alone.</summary>
    public bool JsonOnStdout => Json == "-";
}
