using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>What an initialiser or activation takes.</summary>
/// <param name="Name"><c>std</c>.</param>
/// <param name="Default">What stands when the file gives none, as it would write it; null when it must give one.</param>
/// <param name="Minimum">The smallest number allowed, inclusive; −∞ for none.</param>
/// <param name="Documentation">One line of documentation.</param>
public sealed record ParameterEntry(string Name, string? Default, double Minimum, string Documentation)
{
    /// <summary>What its value is.</summary>
    public ParameterKind Kind { get; init; }

    /// <summary>Whether <see cref="Minimum"/> itself is not allowed.</summary>
    public bool ExcludesMinimum { get; init; }

    /// <summary>Whether the network is built with the number, so that a run can't set it.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The largest number allowed, inclusive; +∞ for none.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Whether <see cref="Maximum"/> itself is not allowed.</summary>
    public bool ExcludesMaximum { get; init; }

    /// <summary>Words that may stand as its value; of a number, instead of one.</summary>
    public EquatableArray<WordEntry> Words { get; init; } = EquatableArray<WordEntry>.Empty;

    /// <summary>Whether it may be left out although it has no default.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the file must give it.</summary>
    public bool IsRequired => Default is null && !IsOptional;

    /// <summary>One of some words.</summary>
    public static ParameterEntry OfWords(string name, string? standard, string documentation, params WordEntry[] words) =>
        new(name, standard, double.NegativeInfinity, documentation) { Kind = ParameterKind.Word, Words = new(words) };

    /// <summary>true or false.</summary>
    public static ParameterEntry OfFlag(string name, bool standard, string documentation) =>
        OfWords(name, standard ? "true" : "false", documentation, new WordEntry("true", "Yes."), new WordEntry("false", "No."))
            with
        { Kind = ParameterKind.Flag };

    /// <summary>A number that may be left out.</summary>
    public static ParameterEntry Optional(string name, double minimum, string documentation) =>
        new(name, null, minimum, documentation) { IsOptional = true };
}

/// <summary>What the value of a parameter is.</summary>
public enum ParameterKind
{
    /// <summary>A number or formula, or one of the parameter's words.</summary>
    Number,

    /// <summary>One of the parameter's words.</summary>
    Word,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>An activation, with its numbers if it has any.</summary>
    Activation,
}
