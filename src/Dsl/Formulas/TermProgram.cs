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
            values[i] = Step(_steps[i], x, values, _arguments[i]);
        return values[values.Length - 1];
    }

    /// <summary>A condition is 1 or 0.</summary>
    private double Step(Term term, double x, double[] values, int[] places)
    {
        double a = places.Length > 0 ? values[places[0]] : 0;
        double b = places.Length > 1 ? values[places[1]] : 0;
        return term.Kind switch
        {
            TermKind.Number => term.Value,
            TermKind.Field => _fields[term.Name],
            TermKind.Variable => x,
            TermKind.Negate => -a,
            TermKind.Add => a + b,
            TermKind.Subtract => a - b,
            TermKind.Multiply => a * b,
            TermKind.Divide => a / b,
            TermKind.Less => a < b ? 1 : 0,
            TermKind.LessOrEqual => a <= b ? 1 : 0,
            TermKind.Equal => a == b ? 1 : 0,
            TermKind.Where => a != 0 ? b : values[places[2]],
            _ when term.Name == "exp" => Elementary.Exp(a),
            _ when term.Name == "log" => Elementary.Log(a),
            _ => places.Length == 1 ? FormulaFunctions.Compute(term.Name, a) : FormulaFunctions.Compute(term.Name, a, b),
        };
    }
}
