using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Binding;

/// <summary>An initialiser, and what it brings along for the layer's bias.</summary>
/// <param name="Initialiser">The initialiser.</param>
/// <param name="OwnBias">How the bias is drawn where the file does not say; null for no bias.</param>
/// <param name="SetsBias">Whether the layer must have a bias, which is set when weights and bias are drawn.</param>
internal sealed record BoundInitialiser(Initialiser Initialiser, Initialiser? OwnBias, bool SetsBias);

/// <summary>Reads an initialiser and works out the numbers that the runtime draws with.</summary>
internal static class InitialiserBinder
{
    public static BoundInitialiser? Bind(ValueReader reader, Yaml.YamlNode? node, TensorPlace place)
    {
        if (Choice.Read(reader, node, place.What) is not { } choice)
            return null;
        if (OwnType.IsName(choice.Name.Value))
            return Own(reader, choice, place);
        if (IsNumber(reader, choice, place)
            || reader.Entry(choice.Name, Lexicon.Initialisers) is not { } entry
            || !InitialiserChecks.CanStand(reader, choice, entry, place))
            return null;
        if (ChoiceValues.Read(reader, choice, entry.Parameters, place.Scope) is not { } values
            || !InitialiserChecks.IsOneSpelling(reader, choice, entry, values))
            return null;
        if (values.Given.Contains("nonlinearity") && !values.Given.Contains("gain") && values.Activations.Count > 0)
            values.Names["gain"] = "torch";
        var plan = entry.Plan(new InitialiserChoice(
            values.Names, values.Given, place.Layer?.Number ?? 1, place.Layer?.Depth ?? int.MaxValue));
        var numbers = place.Settable.Wrap(entry.Parameters, values.Numbers);
        var arguments = new ArgumentBinder(reader, choice, values, numbers, place);
        if (!arguments.AddTheory(plan) || Initialiser(entry, choice.Written(reader), plan, arguments) is not { } initialiser
            || !InitialiserChecks.Fits(reader, choice, initialiser, place))
            return null;
        initialiser = initialiser with { Settings = place.Settable.Of(entry.Parameters, numbers) };
        var bias = plan.Bias is null ? null : Initialiser(entry, choice.Written(reader), plan.Bias, arguments);
        return plan.Bias is not null && bias is null ? null : new(initialiser, bias, plan.Calibration?.SetsBias == true);
    }

    /// <summary>A bare number is a habit of other tools; what it means is said.</summary>
    private static bool IsNumber(ValueReader reader, Choice choice, TensorPlace place)
    {
        string name = choice.Name.Value;
        if (Lexicon.Initialisers.Find(name) is not null || FormulaParser.Parse(name).Tree is null or NameNode)
            return false;
        reader.Bag.Add(
            DiagnosticCatalog.WrongShape, choice.Name.Range,
            $"{place.What} must be an initialiser; found the number {Words.Quote(name)}. One number for every element is "
            + $"{{ constant: {{ value: {name} }} }}.");
        return true;
    }

    private static Initialiser? Initialiser(InitialiserEntry entry, string written, InitialiserPlan plan, ArgumentBinder arguments)
    {
        var bound = arguments.Bind(plan.Arguments);
        var calibration = plan.Calibration is { } after ? arguments.Bind(after.Arguments) : [];
        if (bound is null || calibration is null)
            return null;
        return new(entry.Name, plan.Kind, written, bound.ToEquatableArray())
        {
            Switches = plan.Switches,
            Formula = Report(plan, bound),
            Calibration = plan.Calibration is null
                ? null
                : new(plan.Calibration.Method, calibration.ToEquatableArray(), plan.Calibration.Switches),
            Theory = arguments.Theory,
        };
    }

    /// <summary>
    /// The numbers that the file gives a user's own type can be set as those of the vocabulary can; others it does not know.
    /// </summary>
    private static BoundInitialiser? Own(ValueReader reader, Choice choice, TensorPlace place)
    {
        if (OwnType.Arguments(reader, choice, place.Scope, isActivation: false) is not { } given)
            return null;
        var parameters = given.Select(number => new ParameterEntry(number.Name, null, double.NegativeInfinity, "")).ToEquatableArray();
        var numbers = place.Settable.Wrap(parameters, given.ToDictionary(number => number.Name, number => number.Value));
        var arguments = given.Select(number => number with { Value = numbers[number.Name] }).ToEquatableArray();
        var initialiser = new Initialiser(choice.Name.Value, InitialiserKind.Own, choice.Written(reader), arguments, OwnType.Place(choice))
        {
            Settings = place.Settable.Of(parameters, numbers),
        };
        return new(initialiser, OwnBias: null, SetsBias: false);
    }

    /// <summary><c>std = sqrt(2 / 100)</c>: the argument of that formula under the name that readers know.</summary>
    private static string Report(InitialiserPlan plan, List<Argument> arguments)
    {
        int place = plan.Arguments.Select(argument => argument.Formula).ToList().LastIndexOf(plan.Reported?.Formula ?? "");
        return place < 0 ? "" : $"{plan.Reported!.Name} = {FormulaPrinter.Print(WithoutOne(arguments[place].Value.Tree))}";
    }

    /// <summary>A factor of 1 that nobody wrote says nothing to a reader.</summary>
    private static FormulaNode WithoutOne(FormulaNode node) =>
        node is BinaryNode { Operator: '*', Left: SettingNode { Default: NumberNode { Value: 1 } } } product ? product.Right : node;
}
