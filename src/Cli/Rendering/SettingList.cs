using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;

namespace FanIn.Cli.Rendering;

/// <summary>What <c>run --set</c> can set of experiments, with what the files say.</summary>
internal static class SettingList
{
    private const int WidestDefault = 28;

    /// <summary>Prints it; variants that have the same share one table.</summary>
    public static void Print(StyledWriter writer, IReadOnlyList<ExperimentEntry> entries)
    {
        var tables = entries.Select(entry => entry.Definition).GroupBy(definition => string.Join('\n', definition.Settings)).ToArray();
        foreach (var table in tables)
        {
            if (tables.Length > 1)
            {
                foreach (string line in TextLayout.Join(table.Select(definition => definition.Id), "  ", TextLayout.ReportWidth))
                    writer.WriteLine(line, Look.Heading);
            }

            Print(writer, table.First().Settings);
            writer.WriteLine();
        }
    }

    private static void Print(StyledWriter writer, IReadOnlyList<SettingDefinition> settings)
    {
        if (settings.Count == 0)
        {
            writer.WriteLine("  nothing to set");
            return;
        }

        int names = settings.Max(setting => setting.Name.Length), defaults = settings.Max(setting => setting.Default.Length);
        foreach (var setting in settings)
        {
            string start = $"--set {setting.Name.PadRight(names)} = {setting.Default.PadRight(Math.Min(defaults, WidestDefault))}";
            string range = Range(setting);
            writer.Write("  ").Write(range.Length > 0 ? start + "  " : start.TrimEnd()).WriteLine(range, Look.Aside);
        }
    }

    private static string Range(SettingDefinition setting) =>
        Phrases.Bounds(setting.Minimum, setting.ExcludesMinimum, setting.Maximum, setting.ExcludesMaximum);
}
