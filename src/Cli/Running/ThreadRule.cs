using FanIn.Runtime.Definitions;

namespace FanIn.Cli.Running;

/// <summary>How many threads an experiment gets when the user names no number. Results do not depend on it.</summary>
internal static class ThreadRule
{
    /// <summary>Below this many multiply-adds starting threads costs more than it saves.</summary>
    private const long WorthThreads = 1L << 28;

    /// <summary>All processors for a big network, one for a small one.</summary>
    public static int For(ExperimentDefinition definition, int processors)
    {
        double work = definition.Layers.Sum(layer => (double)definition.Batch * layer.FanIn * layer.FanOut);
        return work >= WorthThreads ? processors : 1;
    }
}
