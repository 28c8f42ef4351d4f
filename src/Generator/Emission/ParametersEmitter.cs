using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The file's parameters as properties.</summary>
internal static class ParametersEmitter
{
    /// <summary>Writes the properties, an empty line before each.</summary>
    public static void Write(SourceWriter writer, Variant variant)
    {
        foreach (var parameter in variant.Parameters)
        {
            writer.Line();
            writer.Line($"/// <summary>The parameter {Description(parameter)}. What it is set to holds from the next Draw on.</summary>");
            writer.Line($"/// <exception cref=\"{Names.Runtime}::Experiments.SettingException\">It can't have this value.</exception>");
            writer.Line($"public double {parameter.PropertyName}");
            using var body = writer.Braces();
            string name = Escape.Literal(parameter.Name);
            writer.Line($"get => Setting({name}, {FormulaPrinter.Print(parameter.Default)});");
            writer.Line($"set => Settings[{name}] = value;");
        }
    }

    private static string Description(RuntimeParameter parameter)
    {
        string least = double.IsNegativeInfinity(parameter.Minimum) ? "" : $", at least {NumberLiteral.Text(parameter.Minimum)}";
        string most = double.IsPositiveInfinity(parameter.Maximum) ? "" : $", at most {NumberLiteral.Text(parameter.Maximum)}";
        return Escape.Xml($"{parameter.Name}, by default {parameter.Default.Written}{least}{most}");
    }
}
