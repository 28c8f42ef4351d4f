using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The activations that the file gives as formulas: a struct for each, with value and derivative as vector code.</summary>
internal static class ActivationEmitter
{
    private const string Inline =
        "[global::System.Runtime.CompilerServices.MethodImpl("
        + "global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    /// <summary>The formulas of a file, each once.</summary>
    public static IReadOnlyList<Activation> Formulas(Experiment experiment) =>
    [
        .. experiment.Variants.SelectMany(variant => variant.Layers).Select(layer => layer.Activation()).OfType<Activation>()
            .Where(activation => activation.Formula is not null)
            .GroupBy(activation => activation.RuntimeType, StringComparer.Ordinal).Select(group => group.First()),
    ];

    /// <summary>Writes the struct of each formula, an empty line after each.</summary>
    public static void Write(SourceWriter writer, IReadOnlyList<Activation> formulas)
    {
        foreach (var activation in formulas)
        {
            Write(writer, activation);
            writer.Line();
        }
    }

    private static void Write(SourceWriter writer, Activation activation)
    {
        var terms = ActivationTerms.Of(activation.Formula!);
        string[] names = [.. activation.Arguments.Select(argument => argument.Name)];
        writer.Line($"/// <summary>φ(x) = {Escape.Xml(Dsl.Formulas.FormulaPrinter.Print(activation.Formula!))}</summary>");
        foreach (var argument in activation.Arguments)
            writer.Line($"/// <param name=\"{argument.Name}\">{Escape.Xml(Describe(argument))}.</param>");
        writer.Line(Names.GeneratedCode);
        string parameters = names.Length == 0 ? "" : $"({string.Join(", ", names.Select(name => $"double {Escape.Identifier(name)}"))})";
        writer.Line($"public readonly struct {activation.RuntimeType}{parameters} : {Names.Runtime}::Activations.IActivation");
        using var body = writer.Braces();
        foreach (string name in names)
            writer.Line($"private readonly double {TermPrinter.FieldName(name)} = {Escape.Identifier(name)};");
        if (names.Length > 0)
            writer.Line();
        WriteRange(writer, terms.Range);
        WriteKinks(writer, terms.Kinks);
        WriteMethod(writer, "Apply", terms.Value);
        writer.Line();
        WriteMethod(writer, "Derivative", terms.Derivative);
    }

    private static string Describe(Argument argument) =>
        argument.Name == argument.Value.Written ? $"The formula's {argument.Name}" : argument.Value.Written;

    private static void WriteRange(SourceWriter writer, (double Low, double High) range)
    {
        if (double.IsInfinity(range.Low) && double.IsInfinity(range.High))
            return;
        writer.Line("/// <inheritdoc/>");
        string ends = $"{NumberLiteral.Print(range.Low)}, {NumberLiteral.Print(range.High)}";
        writer.Line($"public static {Names.Runtime}::Activations.ActivationRange Range => new({ends});");
        writer.Line();
    }

    private static void WriteKinks(SourceWriter writer, IReadOnlyList<Term> kinks)
    {
        if (kinks.Count == 0)
            return;
        var printer = new TermPrinter();
        string list = string.Join(", ", kinks.OrderBy(kink => kink.Value).Select(printer.Print));
        bool isKnown = kinks.All(kink => kink.Kind == TermKind.Number);
        writer.Line("/// <inheritdoc/>");
        string value = isKnown ? $"[{list}]" : $"{Names.Runtime}::Activations.ActivationKinks.Ascending({list})";
        writer.Line($"public global::System.Collections.Generic.IReadOnlyList<double> Kinks => {value};");
        writer.Line();
    }

    private static void WriteMethod(SourceWriter writer, string name, Term term)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line(Inline);
        writer.Line($"public TVector {name}<TVector>(TVector x)");
        writer.Line($"    where TVector : struct, {Names.Runtime}::Numerics.IVector<TVector>");
        using var body = writer.Braces();
        foreach (string statement in VectorPrinter.Body(term))
            writer.Line(statement);
    }
}
