using System.Globalization;
using System.Text;
using FanIn.Benchmarks.Rows;

namespace FanIn.Benchmarks.Reporting;

/// <summary>Where the time of a standard run goes, beside the time that its multiplications need at the FMA peak.</summary>
public static class PartsText
{
    private const double Flops = 2.0 * 1000 * 100 * 100 * 5;

    /// <summary>A table in Markdown.</summary>
    public static string Markdown(Report report)
    {
        var text = new StringBuilder();
        text.Append("| standard run, one thread, µs | draw | forward | observe | whole run | GEMM at the FMA peak |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (string dtype in RowTable.Dtypes)
        {
            double peak = Flops * Names.Peaks(dtype).Where(report.Timings.ContainsKey).Min(name => report.Timings[name].Minimum);
            foreach (string activation in RowTable.Activations)
            {
                string id = $"standard-{activation}/{dtype}";
                string[] names = [Names.Draw(id), Names.Forward(id), Names.Observe(id), Names.Run(activation, dtype, 1)];
                var cells = names.Select(name => report.Timings[name].Minimum).Append(peak).Select(Microseconds);
                text.Append($"| {RowTable.Short(dtype)} {activation} | {string.Join(" | ", cells)} |\n");
            }
        }

        return text.ToString();
    }

    private static string Microseconds(double nanoseconds) => (nanoseconds / 1000).ToString("0", CultureInfo.InvariantCulture);
}
