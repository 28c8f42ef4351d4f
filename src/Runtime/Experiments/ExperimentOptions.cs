using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Experiments;

/// <summary>How to make an experiment: what overrides the file.</summary>
/// <param name="Seed">Null for the file's.</param>
/// <param name="Stream">Null for the file's.</param>
/// <param name="Threads">Number of threads; results do not depend on it.</param>
public sealed record ExperimentOptions(Seed? Seed = null, RandomStream? Stream = null, int Threads = 1);
