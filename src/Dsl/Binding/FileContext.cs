using FanIn.Dsl.Advice;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>What the variants of a file share while they are bound: the diagnostics, the parsed formulas and the budgets.</summary>
internal sealed class FileContext(DiagnosticBag bag, CancellationToken cancellation)
{
    private readonly Dictionary<YamlScalar, Formula> _formulas = [];
    private int _formulaNodes;

    public DiagnosticBag Bag { get; } = bag;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The axes that something refers to.</summary>
    public HashSet<string> UsedNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Layers of the variants so far.</summary>
    public int Layers { get; set; }

    /// <summary>Expectations of the variants so far.</summary>
    public int Expectations { get; set; }

    public Selections Selections { get; } = new();

    /// <summary>The sound variants so far, for advice.</summary>
    public List<AdvisedVariant> Advised { get; } = [];

    /// <summary>The user's own types so far, each place once, whatever the number of variants and layers.</summary>
    public HashSet<OwnTypeUse> OwnTypes { get; } = [];

    /// <summary>The types of the activations that are formulas.</summary>
    public FormulaTypes FormulaTypes { get; } = new();

    /// <summary>The scalar's formula; parsed once, whatever the number of variants and layers.</summary>
    public Formula Parse(YamlScalar scalar)
    {
        if (!_formulas.TryGetValue(scalar, out var formula))
        {
            _formulas[scalar] = formula = FormulaParser.Parse(scalar.Value);
            UsedNames.UnionWith(formula.Names);
        }

        return formula;
    }

    /// <summary>Takes from the budget of formula nodes; false, and reported, when it is used up.</summary>
    public bool Spend(int nodes, TextRange range)
    {
        if (_formulaNodes > Limits.FormulaNodes)
            return false;
        _formulaNodes += nodes;
        if (_formulaNodes <= Limits.FormulaNodes)
            return true;
        Bag.Add(
            DiagnosticCatalog.ExpansionLimit, range,
            $"Over all layers and variants the formulas have more than {Limits.FormulaNodes} numbers, names and operators.");
        return false;
    }
}
