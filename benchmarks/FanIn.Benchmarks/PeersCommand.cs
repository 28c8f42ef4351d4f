using FanIn.Benchmarks.Measuring;
using FanIn.Benchmarks.Networks;
using FanIn.Benchmarks.Peers;
using FanIn.Benchmarks.Reporting;
using FanIn.Benchmarks.Rows;

namespace FanIn.Benchmarks;

/// <summary>Measures FanIn beside its peers, and writes the table.</summary>
public static class PeersCommand
{
    private const int Runs = 200;

    /// <summary>Exit code 1 when a measured row is below its least.</summary>
    public static int Run(Arguments arguments)
    {
        int rounds = arguments.Number("--rounds", arguments.Has("--quick") ? 3 : 100);
        string folder = arguments.Text("--output", "benchmark-results");
        using var lineup = new Lineup();
        var timings = Interleaved.Run(lineup.Contenders, rounds, Progress);
        Progress("a process of its own");
        foreach (var (name, timing) in Interleaved.Run([Child.Startup(Names.Startup)], arguments.Has("--quick") ? 5 : 20, _ => { })
            .Concat(Child.Measure("allocations", 5))
            .Concat(Child.Measure("training", rounds))
            .Concat(Child.Measure("gemm", rounds, ("DOTNET_EnableAVX512", "0")).ToDictionary(t => Names.Avx2(t.Key), t => t.Value)))
        {
            timings.Add(name, timing);
        }

        Progress("");
        var report = Report.Of(timings, rounds, lineup.Versions, lineup.Missing);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Report.FileName), report.ToJson());
        File.WriteAllText(Path.Combine(folder, "peers.md"), ReportText.Markdown(report));
        if (arguments.Has("--update-docs"))
            DocsPage.Update(report);
        Console.Write(ReportText.Plain(report));
        return report.Passes ? 0 : 1;
    }

    /// <summary>What <see cref="Child.Measure"/> asks for.</summary>
    public static int Answer(string what, int rounds)
    {
        Child.Answer(what switch
        {
            "allocations" => Allocations(rounds),
            "training" => Training(rounds),
            _ => Interleaved.Run([.. Gemm<double>("float64"), .. Gemm<float>("float32")], rounds, _ => { }),
        });
        return 0;
    }

    private static IEnumerable<Contender> Gemm<T>(string dtype)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var network = Network<T>.Open($"gemm/{dtype}");
        return [.. FmaPeak.Contenders<T>(dtype), Contender.Of(Names.Gemm(dtype), network.Forward, network.Flops)];
    }

    // Alone, as a training runs: its 2 MB stay in the cache.
    private static Dictionary<string, Timing> Training(int rounds)
    {
        using var numpy = NumpyPeer.Start();
        return Interleaved.Run(
            [
                Contender.Of(Names.Step("float64"), Network<double>.Open("training/float64").MakeStep),
                Contender.Of(Names.Step("float32"), Network<float>.Open("training/float32").MakeStep),
                .. numpy is null ? [] : RowTable.Dtypes.Select(numpy.Step),
            ],
            rounds,
            _ => { });
    }

    // Of all threads, in a process where nothing else happens.
    private static Dictionary<string, Timing> Allocations(int rounds)
    {
        var timings = new Dictionary<string, Timing>();
        foreach (int threads in new[] { 1, 2 })
        {
            using var network = Network<double>.Open("standard-sigmoid/float64", threads);
            network.Run();
            timings[Names.Bytes(threads)] = Timing.Of([.. Enumerable.Range(0, rounds).Select(_ => BytesPerRun(network))]);
        }

        return timings;
    }

    private static double BytesPerRun(Network<double> network)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int run = 0; run < Runs; run++)
            network.Run();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Runs;
    }

    private static void Progress(string what)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write($"\r{what,-40}\r");
    }
}
