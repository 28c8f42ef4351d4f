using FanIn.Dsl.Formulas;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>A value of an axis. Number is null when it is not a number by itself.</summary>
internal sealed record MatrixValue(string Label, TextRange LabelRange, YamlNode Node, ScopeValue? Number);

/// <summary>An axis of the matrix.</summary>
internal sealed record Axis(string Name, TextRange Range, IReadOnlyList<MatrixValue> Values);

/// <summary>One combination: the joined labels, where to point for it, and each axis' value; null for one that could not be read.</summary>
internal sealed record MatrixPoint(string Label, TextRange Range, IReadOnlyDictionary<string, MatrixValue?> Values)
{
    public static MatrixPoint None(TextRange range) => new("", range, new Dictionary<string, MatrixValue?>(StringComparer.Ordinal));

    /// <summary>The combination with a further axis.</summary>
    public MatrixPoint With(string axis, MatrixValue value)
    {
        var values = Values.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        values[axis] = value;
        return new MatrixPoint(Label.Length == 0 ? value.Label : $"{Label}-{value.Label}", value.LabelRange, values);
    }
}

/// <summary>The matrix as it could be read.</summary>
/// <param name="Exists">Whether the file has one.</param>
/// <param name="IsBroken">Whether something in it has been reported; then one point stands for all.</param>
/// <param name="Axes">The axes.</param>
/// <param name="Points">The combinations, the first axis outermost; one without a matrix.</param>
internal sealed record Matrix(bool Exists, bool IsBroken, IReadOnlyList<Axis> Axes, IReadOnlyList<MatrixPoint> Points);
