using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Binding;

/// <summary>Turns a plan's formulas over parameters and fans into formulas over numbers.</summary>
internal sealed class ArgumentBinder
{
    private readonly ValueReader _reader;
    private readonly Choice _choice;
    private readonly ChoiceValues _values;
    private readonly Dictionary<string, BoundFormula> _numbers;
    private readonly TensorPlace _place;
    private readonly Dictionary<string, ScopeValue?> _names;

    /// <param name="reader">The variant.</param>
    /// <param name="choice">The initialiser, for messages.</param>
    /// <param name="values">What it takes.</param>
    /// <param name="numbers">Its numbers, as the run sees them.</param>
    /// <param name="place">The tensor.</param>
    public ArgumentBinder(
        ValueReader reader, Choice choice, ChoiceValues values, Dictionary<string, BoundFormula> numbers, TensorPlace place)
    {
        (_reader, _choice, _values, _numbers, _place) = (reader, choice, values, numbers, place);
        _names = numbers.ToDictionary(pair => pair.Key, pair => (ScopeValue?)new ScopeValue(pair.Value.Tree, pair.Value.Value));
    }

    /// <summary>The activation whose theory the formulas use; null for none.</summary>
    public Activation? Theory { get; private set; }

    /// <summary>Adds the names that stand for numbers of an activation: gain, sigma_w, sigma_b. False, and reported, without one.</summary>
    public bool AddTheory(InitialiserPlan plan)
    {
        if (_values.Names.TryGetValue("gain", out string? source))
            return AddGain(source);
        if (!plan.IsCritical)
            return true;
        if (_place.Layer?.Activation is not { } activation)
            return false;
        if (!IsKnown(activation))
            return false;
        Theory = activation;
        bool atVariance = _values.Given.Contains("q");
        var argument = atVariance ? _names["q"]!.Tree : _names.TryGetValue("sigma_b", out var given) ? given!.Tree : ScopeValue.Of(0).Tree;
        _names["sigma_w"] = Node(atVariance ? TheoryQuantity.SigmaWForVariance : TheoryQuantity.SigmaWForBias, activation, argument);
        if (atVariance)
            _names["sigma_b"] = Node(TheoryQuantity.SigmaBForVariance, activation, argument);
        return true;
    }

    /// <summary>The arguments in their order; null, and reported, when one has no finite value.</summary>
    public List<Argument>? Bind(EquatableArray<ArgumentFormula> formulas)
    {
        var arguments = formulas.Select(Bind).ToList();
        return arguments.All(argument => argument is not null) ? [.. arguments.Select(argument => argument!)] : null;
    }

    private bool AddGain(string source)
    {
        if (!_values.Activations.TryGetValue("nonlinearity", out var activation))
            activation = _place.Layer?.Activation;
        if (activation is null)
            return false;
        if (source == "exact")
        {
            if (!IsKnown(activation))
                return false;
            Theory = activation;
            _names["gain"] = Node(TheoryQuantity.Gain, activation, null);
            return true;
        }

        _names["gain"] = TorchGain.Of(activation);
        if (_names["gain"] is not null)
            return true;
        _reader.Bag.Add(
            DiagnosticCatalog.Unsuitable, _choice.Name.Range,
            $"torch has no gain for {Words.Quote(activation.Name)}; it "
            + $"has one for {Words.List(TorchGain.Names)}. 'gain: exact' computes it "
            + "for any activation, and 'nonlinearity' names another.");
        return false;
    }

    /// <summary>Theory is computed once, when the network is built.</summary>
    private bool IsKnown(Activation activation)
    {
        if (!activation.Arguments.Any(argument => FormulaParameters.UsesParameters(argument.Value.Tree)))
            return true;
        _reader.Bag.Add(
            DiagnosticCatalog.Unsuitable, _choice.Name.Range,
            $"{Words.Quote(_choice.Name.Value)} follows from the activation, whose numbers then can't be parameters: "
            + $"{Words.OneLine(activation.Written)}. Make them an axis of the matrix.");
        return false;
    }

    // What theory says is positive and finite; its value is the run's alone.
    private ScopeValue Node(TheoryQuantity quantity, Activation activation, FormulaNode? argument) =>
        new(new TheoryNode(_place.TheoryField, quantity, activation.Name, argument), 1);

    private Argument? Bind(ArgumentFormula argument)
    {
        if (_numbers.TryGetValue(argument.Formula, out var given))
            return new Argument(argument.Name, given);
        var (bound, errors, nodes) = FormulaBinder.Bind(FormulaParser.Parse(argument.Formula), _place.Scope.With(_names));
        foreach (var error in errors)
            _reader.Bag.Add(error.Rule, _choice.Name.Range, $"{Words.Quote(_choice.Name.Value)}: {error.Message}");
        return bound is not null && _reader.File.Spend(nodes, _choice.Name.Range) ? new Argument(argument.Name, bound) : null;
    }
}
