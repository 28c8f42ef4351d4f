using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>
/// A C# type that the user's project has: a name with a dot or behind <c>global::</c>, as no name of the vocabulary is. Whether there
/// is such a type, and what it is, the C# compiler says.
/// </summary>
internal static class OwnType
{
    private const string Global = "global::";

    /// <summary>Whether a text names one.</summary>
    public static bool IsName(string text)
    {
        bool isGlobal = text.StartsWith(Global, StringComparison.Ordinal);
        string[] parts = (isGlobal ? text.Substring(Global.Length) : text).Split('.');
        return (isGlobal || parts.Length > 1) && parts.All(IsIdentifier);
    }

    /// <summary>Where the file names it.</summary>
    public static SourcePlace Place(Choice choice) => new(choice.Name.Range.From, choice.Name.Range.To);

    /// <summary>The numbers for its constructor by name; null when one could not be read.</summary>
    public static EquatableArray<Argument>? Arguments(ValueReader reader, Choice choice, Scope scope, bool isActivation)
    {
        var numbers = choice.Numbers?.Entries.Select(entry => new OwnTypeNumber(entry.Key.Value, entry.Key.Range)) ?? [];
        reader.File.OwnTypes.Add(new(choice.Name.Value, isActivation, choice.Name.Range, numbers.ToEquatableArray()));
        var arguments = new List<Argument>();
        bool isWhole = true;
        foreach (var entry in choice.Numbers?.Entries ?? [])
        {
            bool isName = IsIdentifier(entry.Key.Value);
            if (!isName)
                reader.Bag.Add(
                    DiagnosticCatalog.BadName, entry.Key.Range,
                    $"{Words.Quote(entry.Key.Value)} can't be a parameter of {choice.Name.Value}'s constructor: allowed are letters, "
                    + "digits and '_', the first no digit.");
            var number = reader.Number(entry.Value, scope, entry.Key.Value);
            isWhole &= isName && number is not null;
            if (number is not null)
                arguments.Add(new Argument(entry.Key.Value, number));
        }

        return isWhole ? arguments.ToEquatableArray() : null;
    }

    private static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= Limits.NameLength && !(text[0] is >= '0' and <= '9')
        && text.All(c => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
}
