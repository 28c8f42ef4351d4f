using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads an initialiser and works out the numbers that the runtime draws with.</summary>
internal static class InitialiserBinder
{
    /// <param name="reader">The variant.</param>
    /// <param name="node">The value.</param>
    /// <param name="scope">What its formulas see; without fans, initialisers that need them are refused.</param>
    /// <param name="what">The key, for messages.</param>
    /// <param name="settable">The names that its numbers are set by.</param>
    public static Initialiser? Bind(ValueReader reader, YamlNode? node, Scope scope, string what, SettableNumbers settable)
    {
        if (Choice.Read(reader, node, what) is not { } choice)
            return null;
        if (Lexicon.Initialisers.Find(choice.Name.Value) is null && FormulaParser.Parse(choice.Name.Value).Tree is not (null or NameNode))
        {
            reader.Bag.Add(
                DiagnosticCatalog.WrongShape, choice.Name.Range,
                $"{what} must be an initialiser; found the number {Words.Quote(choice.Name.Value)}. One number for every element is "
                + $"{{ constant: {{ value: {choice.Name.Value} }} }}.");
            return null;
        }

        if (reader.Entry(choice.Name, Lexicon.Initialisers) is not { } entry)
            return null;
        if (entry.NeedsFans && !scope.TryGet("fan_in", out _))
        {
            reader.Bag.Add(
                DiagnosticCatalog.Unsuitable, choice.Name.Range,
                $"{Words.Quote(choice.Name.Value)} needs a fan_in, which {what} does not have. There are: "
                + $"{Words.List(Lexicon.Initialisers.Where(other => !other.NeedsFans).Select(other => other.Name))}.");
            return null;
        }

        var numbers = settable.Wrap(choice.Read(reader, entry.Parameters, scope));
        if (numbers.Count < entry.Parameters.Count || numbers.Values.Any(number => number is null))
            return null;
        var arguments = entry.Arguments.Select(argument => Argument(reader, choice, argument, numbers, scope)).ToList();
        if (arguments.Any(argument => argument is null) || !IsOrdered(reader, choice, entry.Kind, arguments!))
            return null;
        return new Initialiser(entry.Name, entry.Kind, choice.Written(reader), arguments.Select(argument => argument!).ToEquatableArray())
        {
            Settings = settable.Of(entry.Parameters, numbers),
        };
    }

    private static Argument? Argument(
        ValueReader reader, Choice choice, ArgumentFormula argument, Dictionary<string, BoundFormula?> numbers, Scope scope)
    {
        if (numbers.TryGetValue(argument.Formula, out var given))
            return new Argument(argument.Name, given!);
        var formula = FormulaParser.Parse(argument.Formula);
        var values = numbers.Select(pair =>
            new KeyValuePair<string, ScopeValue?>(pair.Key, new ScopeValue(pair.Value!.Tree, pair.Value.Value)));
        var (bound, errors, nodes) = FormulaBinder.Bind(formula, scope.With(values));
        foreach (var error in errors)
            reader.Bag.Add(error.Rule, choice.Name.Range, $"{Words.Quote(choice.Name.Value)}: {error.Message}");
        return bound is not null && reader.File.Spend(nodes, choice.Name.Range) ? new Argument(argument.Name, bound) : null;
    }

    private static bool IsOrdered(ValueReader reader, Choice choice, InitialiserKind kind, List<Argument> arguments)
    {
        if (kind != InitialiserKind.Uniform || arguments[0].Value.Value <= arguments[1].Value.Value)
            return true;
        reader.Bag.Add(
            DiagnosticCatalog.EmptyInterval, (choice.Numbers ?? (YamlNode)choice.Name).Range,
            $"min must not be above max; found min = {Words.Number(arguments[0].Value.Value)}, max = "
            + $"{Words.Number(arguments[1].Value.Value)}.");
        return false;
    }
}
