using FanIn.Theory.Numerics;

namespace FanIn.Dsl.Formulas;

/// <summary>The functions of formulas, as the reader's machine computes them: for checks and messages, never for a run's numbers.</summary>
internal static class FormulaFunctions
{
    private static readonly Dictionary<string, (int Least, int Most, Func<double[], double> Compute)> Table = new(StringComparer.Ordinal)
    {
        ["sqrt"] = One(Math.Sqrt),
        ["exp"] = One(Math.Exp),
        ["log"] = One(Math.Log),
        ["abs"] = One(Math.Abs),
        ["min"] = (2, int.MaxValue, x => x.Aggregate(Math.Min)),
        ["max"] = (2, int.MaxValue, x => x.Aggregate(Math.Max)),
        ["pow"] = (2, 2, x => Math.Pow(x[0], x[1])),
        ["sigmoid"] = One(Elementary.Sigmoid),
        ["tanh"] = One(Elementary.Tanh),
        ["erf"] = One(Elementary.Erf),
        ["sin"] = One(Elementary.Sin),
        ["cos"] = One(Elementary.Cos),
        ["expm1"] = One(Elementary.Expm1),
        ["log1p"] = One(Elementary.Log1p),
        ["softplus"] = One(Elementary.Softplus),
        ["where"] = (3, 3, x => x[0] != 0 ? x[1] : x[2]),
    };

    public static IReadOnlyList<string> Names { get; } = [.. Table.Keys];

    public static bool Exists(string name) => Table.ContainsKey(name);

    /// <summary>Null when the function takes that many arguments; else how many it takes.</summary>
    public static string? Refuses(string name, int count)
    {
        var (least, most, _) = Table[name];
        if (count >= least && count <= most)
            return null;
        return most == least ? (least == 1 ? "one argument" : $"{least} arguments") : $"at least {least} arguments";
    }

    public static double Compute(string name, params double[] arguments) => Table[name].Compute(arguments);

    public static double Compute(char op, double left, double right) => op switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        '/' => left / right,
        _ => Math.Pow(left, right),
    };

    public static bool Holds(string comparison, double left, double right) => comparison switch
    {
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        ">=" => left >= right,
        "==" => left == right,
        _ => left != right,
    };

    private static (int, int, Func<double[], double>) One(Func<double, double> function) => (1, 1, x => function(x[0]));
}
