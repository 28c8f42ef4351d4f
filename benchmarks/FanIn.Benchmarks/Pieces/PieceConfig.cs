using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace FanIn.Benchmarks.Pieces;

/// <summary>BenchmarkDotNet on the pieces of a run, in this process: the generated experiments are part of it.</summary>
public static class PieceConfig
{
    /// <summary>Runs the pieces whose name contains the filter (a glob when it has a <c>*</c>).</summary>
    public static int Run(string filter)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithIterationTime(TimeInterval.FromMilliseconds(100)).WithToolchain(new InProcessEmitToolchain(new())))
            .AddLogger(ConsoleLogger.Default)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddColumn(StatisticColumn.Min)
            .HideColumns(Column.Error, Column.StdDev, Column.RatioSD, Column.Gen0);
        string glob = filter.Contains('*') ? filter : $"*{filter}*";
        return BenchmarkSwitcher.FromAssembly(typeof(PieceConfig).Assembly).Run(["--filter", glob], config).Any() ? 0 : 2;
    }
}
