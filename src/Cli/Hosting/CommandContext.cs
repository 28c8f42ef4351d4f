using FanIn.Figures;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Hosting;

/// <summary>Everything that a command sees of the world.</summary>
internal sealed record CommandContext
{
    /// <summary>Where it prints and reads.</summary>
    public required Terminal Terminal { get; init; }

    /// <summary>The host's experiments, in the order of file path, then matrix.</summary>
    public required IReadOnlyList<ExperimentEntry> Experiments { get; init; }

    /// <summary>Where the YAML files are; null when the program runs far from its sources.</summary>
    public required ProjectFolder? Project { get; init; }

    /// <summary>How messages name a command.</summary>
    public required Invocation Invocation { get; init; }

    /// <summary>What relative paths are relative to; absolute.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>Draws the figures of results into a folder and gives the files' paths.</summary>
    public required Func<
        IReadOnlyList<ExperimentResult>, string, FigureRun, FigureOptions, IReadOnlyList<string>> WriteFigures
    { get; init; }

    /// <summary>Draws the figures of ensembles likewise.</summary>
    public required Func<IReadOnlyList<EnsembleResult>, string, FigureRun, IReadOnlyList<string>> WriteEnsembleFigures { get; init; }

    /// <summary>Processors of the machine.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>A path of the user's, absolute.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);

    /// <summary>A path as messages show it.</summary>
    public string Show(string path) => DisplayPath.From(CurrentDirectory, path);
}
