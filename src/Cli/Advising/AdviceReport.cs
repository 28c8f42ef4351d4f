using FanIn.Cli.Rendering;
using FanIn.Dsl.Model;
using FanIn.Theory.Networks;
using Spectre.Console;

namespace FanIn.Cli.Advising;

/// <summary>Prints the advice for a file: what to write, then what is predicted without and with it.</summary>
/// <param name="report">Where to.</param>
/// <param name="data">Gives the moments of data that is in files.</param>
internal sealed class AdviceReport(StyledWriter report, Func<DataSet, InputSketch?> data)
{
    private const int Indent = 2;
    private const string Advised = "with this advice";

    /// <summary>
    /// Of the columns of numbers, so that those of a file's networks stand below each other; a longer number widens its own.
    /// </summary>
    private static readonly int[] Widths = [8, 9, 9, 10, 5];

    /// <summary>Prints it.</summary>
    /// <param name="path">How messages name the file.</param>
    /// <param name="experiment">What it says.</param>
    public void Print(string path, Experiment experiment)
    {
        var networks = AdvisedNetwork.Of(experiment, data);
        string size = experiment.HasMatrix
            ? $": {Phrases.Count(experiment.Variants.Count, "variant")} of {Phrases.Count(networks.Count, "network")}" : "";
        report.WriteLine(path + size, Look.Heading);
        foreach (var network in networks)
            Print(network);
        if (networks.Any(network => network.Advice is not null))
            PrintLegend();
    }

    private void Print(AdvisedNetwork network)
    {
        report.WriteLine().WriteLine(NetworkText.Of(network.Variants[0].Variant), Look.Heading);
        foreach (string paragraph in AdviceText.Of(network))
        {
            foreach (string line in TextLayout.Wrap(paragraph, TextLayout.ReportWidth - 2))
                report.WriteLine("  " + line);
        }

        if (network.Advice is not { } advice)
            return;
        AdviceYaml.Print(report, advice.Layers);
        report.WriteLine();
        AdviceRow[] rows =
        [
            AdviceRow.Header,
            .. network.Variants.Select(pair => AdviceRow.Of(Name(pair.Variant), pair.Sketch)),
            AdviceRow.Of(Advised, advice.Sketch),
        ];
        int[] columns = [.. Widths.Select((width, i) => Math.Max(width, rows.Max(row => row.Numbers[i].Length)))];
        int room = TextLayout.ReportWidth - Indent - rows.Max(row => Numbers(row, columns).Length + row.Verdict.Length);
        int name = Math.Min(room, rows.Max(row => row.Name.Length));
        foreach (var row in rows)
            Print(row, name, columns);
    }

    private static string Numbers(AdviceRow row, IReadOnlyList<int> widths) =>
        string.Concat(row.Numbers.Select((number, i) => " " + number.PadLeft(widths[i]))) + "  ";

    private void Print(AdviceRow row, int name, IReadOnlyList<int> columns)
    {
        bool isHeader = row == AdviceRow.Header;
        report.Write(new string(' ', Indent)).Write(TextLayout.Shorten(row.Name, name).PadRight(name))
            .Write(Numbers(row, columns), isHeader ? Look.Aside : default(Style?))
            .WriteLine(row.Verdict, row.Look);
    }

    private void PrintLegend()
    {
        const string legend = "rms z: root mean square of the first and the last layer's values. da₁/da_L: rms of the first layer's "
            + "gradient over the last one's. driven: the share of the last layer's variance that the inputs drive. 6 ξ_c: how many layers "
            + "inputs can be told apart in, six correlation depths; an empirical rule (Schoenholz et al. 2017), no limit. ∞: in any "
            + "depth; –: the variance settles nowhere, or layers differ.";
        report.WriteLine();
        foreach (string line in TextLayout.Wrap(legend, TextLayout.ReportWidth))
            report.WriteLine(line, Look.Aside);
    }

    private static string Name(Variant variant) => variant.Label.Length > 0 ? variant.Label : "as written";
}
