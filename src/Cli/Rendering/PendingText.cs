using System.Globalization;
using FanIn.Cli.Hosting;
using FanIn.Testing.Comparison;
using FanIn.Testing.Pending;
using FanIn.Testing.Text;

namespace FanIn.Cli.Rendering;

/// <summary>A waiting snapshot: which it is, and what a reviewer must know to decide.</summary>
internal static class PendingText
{
    private const int LinesOfNew = 24;
    private const int LayersDrawn = 6;

    /// <summary>Prints it.</summary>
    public static void Print(StyledWriter writer, CommandContext context, PendingSnapshot snapshot)
    {
        writer.Write(snapshot.Name, Look.Heading).WriteLine(snapshot.IsNew ? "  new" : "  changed", Look.Striking);
        writer.WriteLine($"  {context.Show(snapshot.Files.ReceivedPath)}", Look.Aside);
        if (snapshot.IsNew)
        {
            PrintStart(writer, snapshot.Received);
            return;
        }

        PrintShapes(writer, snapshot);
        foreach (string line in snapshot.Describe().TrimEnd('\n').Split('\n'))
            writer.WriteLine($"  {line}");
        if (snapshot.Verified == snapshot.Received)
            writer.WriteLine("  Both files say the same.");
    }

    private static void PrintStart(StyledWriter writer, string text)
    {
        string[] lines = text.Split('\n');
        foreach (string line in lines.Take(LinesOfNew))
            writer.WriteLine($"  {line}");
        if (lines.Length > LinesOfNew)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … {lines.Length - LinesOfNew} lines more"), Look.Aside);
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

    private static string Shape(SnapshotDocument document, SnapshotDifference difference)
    {
        var tensor = document.Layers.Last(layer => layer.Name == difference.Layer).Tensors.Last(tensor => tensor.Name == difference.Tensor);
        return Sparkline.Draw([.. tensor.Histogram.Bins.Select(bin => bin.Count)], LayerRow.ShapeWidth);
    }
}
