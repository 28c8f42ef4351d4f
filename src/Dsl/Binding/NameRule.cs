using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Binding;

/// <summary>What may be the name of an experiment, a layer, a label or an axis.</summary>
internal static class NameRule
{
    public const string Allowed = "letters, digits, '.', '_' and '-', the first a letter or digit";

    /// <summary><c>[A-Za-z0-9][A-Za-z0-9._-]*</c>, at most 64 characters.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= Limits.NameLength && IsLetterOrDigit(text[0])
        && text.All(c => IsLetterOrDigit(c) || c is '.' or '_' or '-');

    /// <summary>A name that formulas can use, and don't use for something else.</summary>
    public static bool IsAxis(string text) =>
        IsName(text) && char.IsLetter(text[0]) && text.All(c => c is not ('.' or '-')) && !IsTaken(text);

    /// <summary>Whether formulas have the name already.</summary>
    public static bool IsTaken(string text) => text == "pi" || FormulaFunctions.Exists(text) || Scope.LayerNames.Contains(text);

    /// <summary>True when the text is a name; reports it otherwise.</summary>
    public static bool Check(string text, string what, TextRange range, DiagnosticBag bag)
    {
        if (IsName(text))
            return true;
        string why = text.Length > Limits.NameLength ? $"it is longer than {Limits.NameLength} characters" : $"allowed are {Allowed}";
        bag.Add(DiagnosticCatalog.BadName, range, $"{Words.Quote(text)} can't be {what}: {why}.");
        return false;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
