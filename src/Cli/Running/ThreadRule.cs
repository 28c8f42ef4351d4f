using FanIn.Runtime.Definitions;

namespace FanIn.Cli.Running;

/// <summary>
/// How many of the threads an experiment gets: big ones run one after the other, small ones side by side. Results do not depend on it.
/// </summary>
internal static class ThreadRule
{
    /// <summary>Below this many multiply-adds starting threads costs more than it saves.</summary>
    private const long WorthThreads = 1L << 28;

    /// <summary>All threads for a big network, one for a small one.</summary>
    public static int For(ExperimentDefinition definition, int budget)
    {
        double work = definition.Layers
            .Where(layer => layer.Kind == LayerDefinition.Dense)
            .Sum(layer => (double)definition.Batch * layer.FanIn * layer.FanOut);
        return work >= WorthThreads ? budget : 1;
    }
}
