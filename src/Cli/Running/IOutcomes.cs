using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Figures;

namespace FanIn.Cli.Running;

/// <summary>What comes of the runs of one call: shown as they end, written and summed up when all have.</summary>
internal interface IOutcomes
{
    /// <summary>Whether every expectation holds.</summary>
    bool AllHold { get; }

    /// <summary>Takes the next run's outcome, in order.</summary>
    /// <returns>What to print now; null when there is nothing yet.</returns>
    Action<StyledWriter>? Add(Outcome outcome);

    /// <summary>Writes the results as JSON.</summary>
    void WriteJson(Stream stream);

    /// <summary>Draws the figures into a folder and gives the files' paths.</summary>
    /// <param name="context">Draws them.</param>
    /// <param name="folder">Absolute.</param>
    /// <param name="run">With how many threads, and who is told of progress.</param>
    /// <param name="options">What they show.</param>
    IReadOnlyList<string> WriteFigures(CommandContext context, string folder, FigureRun run, FigureOptions options);

    /// <summary>What held and what did not; only the latter when asked so.</summary>
    void Summarise(StyledWriter writer, bool failuresOnly);
}
