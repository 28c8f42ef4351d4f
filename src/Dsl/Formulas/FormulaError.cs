using FanIn.Dsl.Diagnostics;

namespace FanIn.Dsl.Formulas;

/// <summary>What is wrong with a stretch of a formula.</summary>
internal sealed record FormulaError(DiagnosticRule Rule, int Offset, int Length, string Message);

/// <summary>Ends the parsing of a formula at its first error of syntax; never leaves the parser.</summary>
internal sealed class FormulaSyntaxException(FormulaError error) : Exception(error.Message)
{
    public FormulaError Error { get; } = error;

    public static FormulaSyntaxException At(int offset, int length, string message) =>
        new(new FormulaError(DiagnosticCatalog.FormulaSyntax, offset, length, message));
}
