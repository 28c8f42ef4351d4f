using System.Globalization;
using System.Numerics;
using System.Text.Json;
using FanIn.Benchmarks.Measuring;
using FanIn.Benchmarks.Networks;
using FanIn.Benchmarks.Peers;
using FanIn.Benchmarks.Reporting;
using FanIn.Benchmarks.Rows;

namespace FanIn.Benchmarks.Curves;

/// <summary>Measures how the cost of an element grows with batch, width, depth and bins, and draws it.</summary>
public static class CurvesCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes curves.json, and the picture among the docs' figures.</summary>
    public static int Run(Arguments arguments)
    {
        string folder = arguments.Text("--output", "benchmark-results");
        string json = Path.Combine(folder, "curves.json");
        if (!arguments.Has("--draw"))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(json, JsonSerializer.Serialize(Measure(arguments.Number("--rounds", 10)), Json) + "\n");
        }

        var report = JsonSerializer.Deserialize<CurveReport>(File.ReadAllText(json), Json)!;
        CurvePicture.Save(report, Path.Combine(DocsPage.Repository(), "docs", "figures", "performance-curves.png"));
        return 0;
    }

    private static CurveReport Measure(int rounds)
    {
        var points = new List<Point>();
        Add<double>(points, "float64");
        Add<float>(points, "float32");
        Contender[] peaks = [.. FmaPeak.Contenders<double>("float64"), .. FmaPeak.Contenders<float>("float32")];
        var timings = Interleaved.Run([.. peaks, .. points.Select(point => point.Contender)], rounds, _ => { });
        foreach (var point in points)
            point.Network.Dispose();

        var curves = points.GroupBy(point => (point.Experiment, point.Dtype)).Select(group => new Curve(
            group.Key.Experiment,
            group.Key.Dtype,
            [.. group.OrderBy(point => point.X).Select(point => new CurvePoint(point.X, timings[point.Contender.Name].Minimum))]));
        return new([.. curves], RowTable.Dtypes.ToDictionary(dtype => dtype, dtype =>
            2 * Names.Peaks(dtype).Where(timings.ContainsKey).Min(name => timings[name].Minimum)));
    }

    private static void Add<T>(List<Point> points, string dtype)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var panel in CurvePanel.All)
        {
            foreach (var definition in ExperimentCatalog.All.Select(entry => entry.Definition))
            {
                if (definition.Name != panel.Experiment || definition.Dtype != dtype)
                    continue;
                var network = Network<T>.Open(definition.Id);
                network.Run();
                Action operation = panel.PerMultiplyAdd ? network.Forward : panel.Experiment == "curve-depth" ? network.Run : network.Observe;
                double parts = panel.PerMultiplyAdd ? network.Flops / 2 : network.Elements;
                int x = int.Parse(definition.Label.Split('-')[^1], CultureInfo.InvariantCulture);
                points.Add(new(panel.Experiment, dtype, x, network, Contender.Of(definition.Id, operation, parts)));
            }
        }
    }

    private sealed record Point(string Experiment, string Dtype, int X, IDisposable Network, Contender Contender);
}
