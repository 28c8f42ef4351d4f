namespace FanIn.Dsl.Formulas;

/// <summary>The functions of formulas, as the reader's machine computes them: for checks and messages, never for a run's numbers.</summary>
internal static class FormulaFunctions
{
    private static readonly Dictionary<string, (int Least, int Most, Func<double[], double> Compute)> Table = new(StringComparer.Ordinal)
    {
        ["sqrt"] = (1, 1, x => Math.Sqrt(x[0])),
        ["exp"] = (1, 1, x => Math.Exp(x[0])),
        ["log"] = (1, 1, x => Math.Log(x[0])),
        ["abs"] = (1, 1, x => Math.Abs(x[0])),
        ["min"] = (2, int.MaxValue, x => x.Min()),
        ["max"] = (2, int.MaxValue, x => x.Max()),
        ["pow"] = (2, 2, x => Math.Pow(x[0], x[1])),
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

    public static double Compute(string name, double[] arguments) => Table[name].Compute(arguments);

    public static double Compute(char op, double left, double right) => op switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        '/' => left / right,
        _ => Math.Pow(left, right),
    };
}
