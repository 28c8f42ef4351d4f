using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;

namespace FanIn.Dsl.Binding;

/// <summary>
/// Names the C# types of a file's formulas, one for each formula. The names have an underscore after a letter, which no name that comes
/// from the file has (<see cref="CSharpName"/>), so that they clash with none.
/// </summary>
internal sealed class FormulaTypes
{
    private const int MostFunctions = 3;

    private readonly Dictionary<FormulaNode, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A formula's type: named after its label in the matrix, or after its functions: <c>Activation_WhereExpm1</c>.</summary>
    public string NameOf(FormulaNode tree, string? label)
    {
        if (_names.TryGetValue(tree, out string? known))
            return known;
        string stem = "Activation_" + CSharpName.From(label ?? string.Join("-", Functions(tree).Distinct().Take(MostFunctions)));
        if (stem.EndsWith("_", StringComparison.Ordinal))
            stem += "Formula";
        string name = stem;
        for (int i = 2; !_taken.Add(name); i++)
            name = $"{stem}_{i}";
        return _names[tree] = name;
    }

    private static IEnumerable<string> Functions(FormulaNode node) =>
        (node is CallNode call ? new[] { call.Function } : []).Concat(FormulaKinds.Children(node).SelectMany(Functions));
}
