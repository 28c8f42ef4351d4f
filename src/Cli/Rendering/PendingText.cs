using System.Globalization;
using FanIn.Cli.Hosting;
using FanIn.Testing.Comparison;
using FanIn.Testing.Pending;
using FanIn.Testing.Text;

namespace FanIn.Cli.Rendering;

/// <summary>A waiting snapshot: which it is, and what a reviewer must know to decide.</summary>
internal static class PendingText
{
    private const int LinesOfNew = 12;
    private const int LayersDrawn = 6;

    /// <summary>Prints it.</summary>
    public static void Print(StyledWriter writer, CommandContext context, PendingSnapshot snapshot)
    {
        writer.Write(snapshot.Name, Look.Heading).WriteLine(snapshot.IsNew ? "  new" : "  changed", Look.Striking);
        writer.WriteLine($"  {context.Show(snapshot.Files.ReceivedPath)}", Look.Aside);
        if (snapshot.IsNew)
        {
            PrintNew(writer, snapshot.Received);
            return;
        }

        PrintShapes(writer, snapshot);
        foreach (string line in snapshot.Describe().TrimEnd('\n').Split('\n'))
            writer.WriteLine($"  {line}");
        if (snapshot.Verified == snapshot.Received)
            writer.WriteLine("  Both files say the same.");
    }

    private static void PrintNew(StyledWriter writer, string text)
    {
        string[] lines = SnapshotText.TryParse(text, out var document) ? [.. Outline(document)] : text.Split('\n');
        foreach (string line in lines.Take(LinesOfNew))
            writer.WriteLine($"  {line}");
        if (lines.Length > LinesOfNew)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … {lines.Length - LinesOfNew} lines more"), Look.Aside);
    }

    /// <summary>What was run, and a line with each tensor's shape.</summary>
    private static IEnumerable<string> Outline(SnapshotDocument document)
    {
        string Header(string name) => document.Header.FirstOrDefault(field => field.Name == name).Value ?? "?";
        yield return $"{document.Experiment} · {Header("stream")}, seed {Header("seed")} · {Header("dtype")}";

        var tensors = document.Layers
            .SelectMany(layer => layer.Tensors.Select(tensor => (Place: $"{layer.Name} {tensor.Name}", tensor.Histogram)))
            .ToArray();
        int width = tensors.Length == 0 ? 0 : tensors.Max(tensor => tensor.Place.Length);
        foreach (var (place, histogram) in tensors)
            yield return $"{place.PadRight(width)}  {Shape(histogram)}";
    }

    /// <summary>Old and new shape of the first tensors whose counts differ.</summary>
    private static void PrintShapes(StyledWriter writer, PendingSnapshot snapshot)
    {
        if (!SnapshotText.TryParse(snapshot.Verified!, out var verified) || !SnapshotText.TryParse(snapshot.Received, out var received))
            return;
        var changed = snapshot.Differences.Where(difference => difference.Counts.Length > 0).ToArray();
        int width = changed.Length == 0 ? 0 : changed.Max(difference => difference.Place.Length);
        foreach (var difference in changed.Take(LayersDrawn))
        {
            writer.Write($"  {difference.Place.PadRight(width)}  ")
                .Write(Shape(verified, difference), Look.Shape).Write("  →  ").WriteLine(Shape(received, difference), Look.Shape);
        }
    }

    private static string Shape(SnapshotDocument document, SnapshotDifference difference) => Shape(
        document.Layers.Last(layer => layer.Name == difference.Layer).Tensors.Last(tensor => tensor.Name == difference.Tensor).Histogram);

    private static string Shape(SnapshotHistogram histogram) =>
        Sparkline.Draw([.. histogram.Bins.Select(bin => bin.Count)], LayerRow.ShapeWidth);
}
