namespace FanIn.Theory.Quadrature;

/// <summary>Cuts an interval into panels on which given functions are resolved.</summary>
internal sealed class Panels
{
    // A function that is not resolved after so many halvings has a jump that it did not name; what is left of it is below 2⁻³⁰.
    private const int DeepestHalving = 30;
    private const int MostPanels = 4000;
    private const double ScaleShare = 1e-3;

    private readonly PanelRule _rule;
    private readonly Func<double, (double, double)> _functions;
    private readonly double[] _largest = new double[2];
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly List<(double Low, double High)> _panels = [];

    private Panels(PanelRule rule, Func<double, (double, double)> functions)
    {
        _rule = rule;
        _functions = functions;
        _first = new double[rule.Points];
        _second = new double[rule.Points];
    }

    /// <summary>Panels of [−reach·s, reach·s] that split at 0 and at the kinks, ascending.</summary>
    /// <param name="rule">Width, points and tolerance.</param>
    /// <param name="scale">s: the standard deviation, above 0.</param>
    /// <param name="kinks">Where to split besides, in any order.</param>
    /// <param name="functions">Two functions, both resolved.</param>
    public static List<(double Low, double High)> Cut(
        PanelRule rule, double scale, IEnumerable<double> kinks, Func<double, (double, double)> functions)
    {
        var panels = new Panels(rule, functions);
        var starts = Starts(rule, scale, kinks);
        foreach (var (low, high) in starts)
        {
            panels.Measure(low, high);
        }

        foreach (var (low, high) in starts)
        {
            panels.Halve(low, high, 0);
        }

        return panels._panels;
    }

    private static List<(double Low, double High)> Starts(PanelRule rule, double scale, IEnumerable<double> kinks)
    {
        var reach = rule.Reach * scale;
        var edges = new SortedSet<double>(kinks.Where(kink => Math.Abs(kink) < reach)) { -reach, 0, reach };
        var panels = new List<(double, double)>();
        var low = double.NaN;
        foreach (var high in edges)
        {
            var count = double.IsNaN(low) ? 0 : (int)Math.Ceiling((high - low) / (rule.Width * scale) - 1e-9);
            for (var i = 0; i < count; i++)
            {
                panels.Add((low + (high - low) * i / count, low + (high - low) * (i + 1) / count));
            }

            low = high;
        }

        return panels;
    }

    private void Measure(double low, double high)
    {
        Evaluate(low, high);
        _largest[0] = Math.Max(_largest[0], Largest(_first));
        _largest[1] = Math.Max(_largest[1], Largest(_second));
    }

    private void Halve(double low, double high, int depth)
    {
        var middle = low + (high - low) / 2;
        if (depth >= DeepestHalving || _panels.Count >= MostPanels || !(low < middle && middle < high) || IsResolved(low, high))
        {
            _panels.Add((low, high));
            return;
        }

        Halve(low, middle, depth + 1);
        Halve(middle, high, depth + 1);
    }

    private bool IsResolved(double low, double high)
    {
        Evaluate(low, high);
        return IsResolved(_first, _largest[0]) && IsResolved(_second, _largest[1]);
    }

    private bool IsResolved(double[] values, double largest) =>
        !(_rule.Rule.Tail(values) > _rule.Tolerance * Math.Max(Largest(values), ScaleShare * largest));

    private void Evaluate(double low, double high)
    {
        var half = (high - low) / 2;
        var middle = low + half;
        for (var i = 0; i < _first.Length; i++)
        {
            (_first[i], _second[i]) = _functions(middle + half * _rule.Rule.Points[i]);
        }
    }

    private static double Largest(double[] values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
