using System.Runtime.CompilerServices;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Formulas;

/// <summary>A formula as it was parsed: its tree with the place of each node, or its errors.</summary>
internal sealed class Formula(
    string written, FormulaNode? tree, IReadOnlyDictionary<FormulaNode, int> offsets, IReadOnlyList<FormulaError> errors)
{
    /// <summary>What the file says, on one line.</summary>
    public string Written { get; } = Words.OneLine(written);

    /// <summary>Null when the formula has an error.</summary>
    public FormulaNode? Tree { get; } = errors.Count == 0 ? tree : null;

    public IReadOnlyList<FormulaError> Errors { get; } = errors;

    /// <summary>The names that it uses.</summary>
    public IEnumerable<string> Names => offsets.Keys.OfType<NameNode>().Select(node => node.Name);

    /// <summary>Offset of a node's own token: a number, a name, an operator, a function's name. Nodes are told apart by identity.</summary>
    public int OffsetOf(FormulaNode node) => offsets[node];

    /// <summary>Tells equal nodes at different places apart.</summary>
    public sealed class ByIdentity : IEqualityComparer<FormulaNode>
    {
        public bool Equals(FormulaNode? x, FormulaNode? y) => ReferenceEquals(x, y);

        public int GetHashCode(FormulaNode node) => RuntimeHelpers.GetHashCode(node);
    }
}
