using FanIn.Dsl.Text;

namespace FanIn.Dsl.Model;

/// <summary>A node of a formula. Value-equal.</summary>
public abstract record FormulaNode;

/// <summary>A number.</summary>
/// <param name="Value">Its nearest float64.</param>
/// <param name="Lexeme">How the file writes it; for a substituted name, the shortest round-trip decimal.</param>
public sealed record NumberNode(double Value, string Lexeme) : FormulaNode;

/// <summary>A name that has not been replaced yet; none is left in a bound formula.</summary>
public sealed record NameNode(string Name) : FormulaNode;

/// <summary><c>-x</c>.</summary>
public sealed record NegateNode(FormulaNode Operand) : FormulaNode;

/// <summary><c>x + y</c> and its like.</summary>
/// <param name="Operator"><c>+ - * / ^</c>.</param>
/// <param name="Left">Left operand.</param>
/// <param name="Right">Right operand.</param>
public sealed record BinaryNode(char Operator, FormulaNode Left, FormulaNode Right) : FormulaNode;

/// <summary><c>sqrt(x)</c> and its like.</summary>
/// <param name="Function">A function's name; <c>where</c> has a <see cref="ComparisonNode"/> as its first argument.</param>
/// <param name="Arguments">At least one.</param>
public sealed record CallNode(string Function, EquatableArray<FormulaNode> Arguments) : FormulaNode;

/// <summary><c>x &lt; y</c> and its like: a condition, which stands as the first argument of <c>where</c> alone.</summary>
/// <param name="Operator"><c>&lt; &lt;= &gt; &gt;= == !=</c>.</param>
/// <param name="Left">Left side.</param>
/// <param name="Right">Right side.</param>
public sealed record ComparisonNode(string Operator, FormulaNode Left, FormulaNode Right) : FormulaNode;

/// <summary><c>x</c> in the formula of an activation: what it is applied to.</summary>
public sealed record VariableNode : FormulaNode;

/// <summary>A number that an activation's formula is made with: the argument of that name.</summary>
public sealed record FieldNode(string Name) : FormulaNode;

/// <summary>A number that the run computes from theory, of one activation.</summary>
/// <param name="Field">What generated code calls that theory: <c>theory3</c>.</param>
/// <param name="Quantity">Which.</param>
/// <param name="Activation">The activation's name, for readers.</param>
/// <param name="Argument">What it depends on besides; null for nothing.</param>
public sealed record TheoryNode(string Field, TheoryQuantity Quantity, string Activation, FormulaNode? Argument) : FormulaNode;

/// <summary>What theory says of an activation.</summary>
public enum TheoryQuantity
{
    /// <summary>1 / √E φ(z)².</summary>
    Gain,

    /// <summary>σ_w of the critical point with a given σ_b.</summary>
    SigmaWForBias,

    /// <summary>σ_w of the critical point at which pre-activations have a given variance.</summary>
    SigmaWForVariance,

    /// <summary>σ_b likewise.</summary>
    SigmaBForVariance,
}

/// <summary>A parameter of the file: a number that is known when the experiment runs.</summary>
/// <param name="Name">As the file writes it: <c>sigma_w</c>.</param>
/// <param name="PropertyName">Its C# name: <c>SigmaW</c>.</param>
public sealed record ParameterNode(string Name, string PropertyName) : FormulaNode;

/// <summary>A number that a run may set, and the formula that holds as long as none does.</summary>
/// <param name="Name">What it is set by: <c>hidden1.init.std</c>.</param>
/// <param name="Default">The formula.</param>
public sealed record SettingNode(string Name, FormulaNode Default) : FormulaNode;
