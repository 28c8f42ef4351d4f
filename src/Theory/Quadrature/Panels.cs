namespace FanIn.Theory.Quadrature;

/// <summary>How an integral against a Gaussian is cut into panels.</summary>
/// <param name="Points">Gauss–Legendre points in each panel.</param>
/// <param name="Reach">Where the Gaussian is cut off, in standard deviations.</param>
/// <param name="Width">The widest panel, in standard deviations.</param>
/// <param name="Tolerance">
/// A panel is halved until the highest Legendre terms of the function are this small beside it. The error of the integral is about the
/// square, as the rule is exact to twice the degree.
/// </param>
internal sealed record PanelRule(int Points, double Reach, double Width, double Tolerance)
{
    /// <summary>To 1e-14 for functions that are smooth between their kinks.</summary>
    public static PanelRule Fine { get; } = new(16, 13, 1.625, 1e-10);

    /// <summary>To about 1e-6: what a printed digit needs.</summary>
    public static PanelRule Coarse { get; } = new(8, 6, 2, 1e-4);

    private GaussLegendre? _rule;

    /// <summary>The rule of <see cref="Points"/> points.</summary>
    public GaussLegendre Rule => _rule ??= new GaussLegendre(Points);
}

/// <summary>Cuts an interval into panels on which given functions are resolved.</summary>
internal sealed class Panels
{
    // A function that is not resolved after so many halvings has a jump that it did not name; what is left of it is below 2⁻³⁰.
    private const int DeepestHalving = 30;
    private const int MostPanels = 4000;
    private const double ScaleShare = 1e-3;

    private readonly PanelRule _rule;
    private readonly Func<double, double>[] _functions;
    private readonly double[] _largest;
    private readonly double[] _values;
    private readonly List<(double Low, double High)> _panels = [];

    private Panels(PanelRule rule, Func<double, double>[] functions)
    {
        _rule = rule;
        _functions = functions;
        _largest = new double[functions.Length];
        _values = new double[rule.Points];
    }

    /// <summary>Panels of [−reach·s, reach·s] that split at 0 and at the kinks, ascending.</summary>
    /// <param name="rule">Width, points and tolerance.</param>
    /// <param name="scale">s: the standard deviation, above 0.</param>
    /// <param name="kinks">Ascending.</param>
    /// <param name="functions">All are resolved.</param>
    public static List<(double Low, double High)> Cut(
        PanelRule rule, double scale, IReadOnlyList<double> kinks, params Func<double, double>[] functions)
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

    private static List<(double Low, double High)> Starts(PanelRule rule, double scale, IReadOnlyList<double> kinks)
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
        for (var f = 0; f < _functions.Length; f++)
        {
            Evaluate(f, low, high);
            _largest[f] = Math.Max(_largest[f], Largest());
        }
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
        for (var f = 0; f < _functions.Length; f++)
        {
            Evaluate(f, low, high);
            var tail = _rule.Rule.Tail(_values);
            if (tail > _rule.Tolerance * Math.Max(Largest(), ScaleShare * _largest[f]))
            {
                return false;
            }
        }

        return true;
    }

    private void Evaluate(int function, double low, double high)
    {
        var half = (high - low) / 2;
        var middle = low + half;
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = _functions[function](middle + half * _rule.Rule.Points[i]);
        }
    }

    private double Largest()
    {
        var largest = 0.0;
        foreach (var value in _values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
