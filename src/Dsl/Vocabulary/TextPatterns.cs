using FanIn.Dsl.Formulas;

namespace FanIn.Dsl.Vocabulary;

/// <summary>
/// How text of the language is built, as regular expressions for editors, which have no parser of it. They are in the part of the
/// syntax that .NET and ECMAScript share, and without anchors: the whole text must match.
/// </summary>
public static class TextPatterns
{
    private const string AxisText = "[A-Za-z][A-Za-z0-9_]{0,63}";

    /// <summary>A name of an experiment or layer, or a label.</summary>
    public const string Name = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /// <summary><c>$name</c>, which stands for the value of an axis.</summary>
    public const string Reference = @"\$" + AxisText;

    /// <summary>What a formula is made of; whether it is one shows when it is parsed.</summary>
    public const string Formula = @"[A-Za-z0-9_.+*/^(),<>=! \t\r\n-]*[A-Za-z0-9_][A-Za-z0-9_.+*/^(),<>=! \t\r\n-]*";

    /// <summary>A parameter of a constructor in C#.</summary>
    public const string Identifier = "[A-Za-z_][A-Za-z0-9_]{0,63}";

    /// <summary>A C# type of the user's own: its name has a dot, or <c>global::</c> before it.</summary>
    public const string OwnType =
        $@"global::{Identifier}(?:\.{Identifier})*|{Identifier}(?:\.{Identifier})+";

    /// <summary>A name of an axis: one that formulas can use and don't use for something else.</summary>
    public static string Axis { get; } =
        $"(?!(?:pi|{string.Join("|", FormulaFunctions.Names.Concat(Scope.LayerNames))})$){AxisText}";
}
