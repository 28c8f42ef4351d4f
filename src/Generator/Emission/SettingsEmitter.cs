using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The part of the definition that says what can be set.</summary>
internal static class SettingsEmitter
{
    /// <summary>Writes the list, if there is anything in it.</summary>
    public static void Write(SourceWriter writer, Variant variant)
    {
        if (variant.Settings.Count == 0)
            return;
        writer.Line("Settings =");
        using var list = writer.Brackets("],");
        foreach (var setting in variant.Settings)
        {
            string least = double.IsNegativeInfinity(setting.Minimum) ? "" : $", Minimum: {NumberLiteral.Print(setting.Minimum)}";
            string most = double.IsPositiveInfinity(setting.Maximum) ? "" : $", Maximum: {NumberLiteral.Print(setting.Maximum)}";
            string written = Escape.Literal(setting.Default);
            string start = $"new({Escape.Literal(setting.Owner)}, {Escape.Literal(setting.Number)}, {written}{least}{most})";
            writer.Line($"{start}{Excluded(setting)},");
        }
    }

    private static string Excluded(Settable setting) => (setting.ExcludesMinimum, setting.ExcludesMaximum) switch
    {
        (true, true) => " { ExcludesMinimum = true, ExcludesMaximum = true }",
        (true, false) => " { ExcludesMinimum = true }",
        (false, true) => " { ExcludesMaximum = true }",
        _ => "",
    };
}
