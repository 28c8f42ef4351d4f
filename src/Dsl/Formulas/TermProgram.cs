using FanIn.Theory.Numerics;

namespace FanIn.Dsl.Formulas;

/// <summary>Computes a term in float64, step by step, with functions that give the same bits on every machine.</summary>
internal sealed class TermProgram
{
    private readonly IReadOnlyList<Term> _steps;
    private readonly int[][] _arguments;
    private readonly IReadOnlyDictionary<string, double> _fields;

    public TermProgram(Term result, IReadOnlyDictionary<string, double> fields)
    {
        (_steps, _fields) = (TermOrder.Of(result), fields);
        var places = Enumerable.Range(0, _steps.Count).ToDictionary(i => _steps[i].Id);
        _arguments = _steps.Select(step => step.Arguments.Select(argument => places[argument.Id]).ToArray()).ToArray();
    }

    /// <summary>The value for x; NaN for NaN.</summary>
    public double Run(double x)
    {
        if (double.IsNaN(x))
            return x;
        double[] values = new double[_steps.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = Step(_steps[i], x, _arguments[i].Select(place => values[place]).ToArray());
        return values[values.Length - 1];
    }

    /// <summary>A condition is 1 or 0.</summary>
    private double Step(Term term, double x, double[] a) => term.Kind switch
    {
        TermKind.Number => term.Value,
        TermKind.Field => _fields[term.Name],
        TermKind.Variable => x,
        TermKind.Negate => -a[0],
        TermKind.Add => a[0] + a[1],
        TermKind.Subtract => a[0] - a[1],
        TermKind.Multiply => a[0] * a[1],
        TermKind.Divide => a[0] / a[1],
        TermKind.Less => a[0] < a[1] ? 1 : 0,
        TermKind.LessOrEqual => a[0] <= a[1] ? 1 : 0,
        TermKind.Equal => a[0] == a[1] ? 1 : 0,
        TermKind.Where => a[0] != 0 ? a[1] : a[2],
        _ when term.Name == "exp" => Elementary.Exp(a[0]),
        _ when term.Name == "log" => Elementary.Log(a[0]),
        _ => FormulaFunctions.Compute(term.Name, a),
    };
}
