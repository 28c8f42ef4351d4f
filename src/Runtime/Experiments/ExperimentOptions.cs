using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Experiments;

/// <summary>How to make an experiment: what overrides the file.</summary>
/// <param name="Seed">Null for the file's.</param>
/// <param name="Stream">Null for the file's.</param>
/// <param name="Threads">Number of threads; results do not depend on it.</param>
public sealed record ExperimentOptions(Seed? Seed = null, RandomStream? Stream = null, int Threads = 1)
{
    /// <summary>The numbers to set, in this order: <see cref="ExperimentSettings"/>.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>What to collect for figures, besides what the file's own need.</summary>
    public FigureNeeds FigureNeeds { get; init; }

    /// <summary>
    /// Sets the numbers of an experiment, has it collect what figures need, and gives it back; disposes it where that can't be.
    /// </summary>
    /// <exception cref="SettingException">The experiment has no such number, or the number can't have that value.</exception>
    public IExperiment Apply(IExperiment experiment)
    {
        try
        {
            foreach (var (name, value) in Settings)
                experiment.Settings[name] = value;
            experiment.Settings.Check();
            experiment.CollectFor(FigureNeeds);
            return experiment;
        }
        catch
        {
            experiment.Dispose();
            throw;
        }
    }
}
