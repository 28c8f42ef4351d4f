namespace FanIn.Theory.Quadrature;

/// <summary>One interval of a composite rule, with the two functions at its points.</summary>
internal sealed class Panel(double low, double high, int points)
{
    /// <summary>The left end.</summary>
    public readonly double Low = low;

    /// <summary>The right end.</summary>
    public readonly double High = high;

    /// <summary>The first function.</summary>
    public readonly double[] First = new double[points];

    /// <summary>The second.</summary>
    public readonly double[] Second = new double[points];

    /// <summary>
    /// Whether the functions were not resolved by the deepest halving: they have a kink in it, a jump, or a pole next to it.
    /// </summary>
    public bool IsBeyondResolution { get; set; }
}

/// <summary>Cuts an interval into panels on which given functions are resolved.</summary>
internal sealed class Panels
{
    private const int MostPanels = 4000;
    private const double ScaleShare = 1e-3;

    private readonly PanelRule _rule;
    private readonly double _narrowest;
    private readonly Func<double, (double, double)> _functions;
    private readonly List<Panel> _panels = [];
    private double _largestFirst;
    private double _largestSecond;

    private Panels(PanelRule rule, double narrowest, Func<double, (double, double)> functions) =>
        (_rule, _narrowest, _functions) = (rule, narrowest, functions);

    /// <summary>Panels of [−reach·s, reach·s] that split at 0 and at the kinks, ascending.</summary>
    /// <param name="rule">Reach, width, points and tolerance.</param>
    /// <param name="scale">s: the standard deviation, above 0.</param>
    /// <param name="kinks">Where to split besides, in any order.</param>
    /// <param name="functions">Two functions, both resolved.</param>
    public static List<Panel> Cut(PanelRule rule, double scale, IReadOnlyList<double> kinks, Func<double, (double, double)> functions) =>
        Cut(rule, rule.Reach * scale, rule.Width * scale, 0, kinks, functions);

    /// <summary>Panels of [−reach, reach] that split at 0 and at the kinks, ascending.</summary>
    /// <param name="rule">Points and tolerance.</param>
    /// <param name="reach">The end.</param>
    /// <param name="width">The widest panel.</param>
    /// <param name="narrowest">A panel that is no wider than this is not halved, whatever the functions do in it.</param>
    /// <param name="kinks">Where to split besides, in any order.</param>
    /// <param name="functions">Two functions, both resolved.</param>
    public static List<Panel> Cut(
        PanelRule rule, double reach, double width, double narrowest, IReadOnlyList<double> kinks, Func<double, (double, double)> functions)
    {
        var panels = new Panels(rule, narrowest, functions);
        var starts = panels.Starts(reach, width, kinks);
        foreach (var start in starts)
        {
            panels._largestFirst = Math.Max(panels._largestFirst, Largest(start.First));
            panels._largestSecond = Math.Max(panels._largestSecond, Largest(start.Second));
        }

        return panels.Halve(starts);
    }

    /// <summary>From the middle, where the Gaussian is, outwards: if panels run out, they do where little depends on them.</summary>
    private List<Panel> Halve(List<Panel> starts)
    {
        var ends = new (int From, int To)[starts.Count];
        var right = starts.FindIndex(start => start.Low >= 0);
        var left = right - 1;
        while (left >= 0 || right < starts.Count)
        {
            var isLeft = left >= 0 && (right == starts.Count || -Middle(starts[left]) <= Middle(starts[right]));
            var next = isLeft ? left-- : right++;
            var from = _panels.Count;
            Halve(starts[next], 0);
            ends[next] = (from, _panels.Count);
        }

        var ordered = new List<Panel>(_panels.Count);
        foreach (var (from, to) in ends)
        {
            ordered.AddRange(_panels.GetRange(from, to - from));
        }

        return ordered;
    }

    private static double Middle(Panel panel) => panel.Low + panel.High;

    private List<Panel> Starts(double reach, double width, IReadOnlyList<double> kinks)
    {
        var panels = new List<Panel>();
        var low = -reach;
        foreach (var high in Edges(reach, kinks))
        {
            var count = (int)Math.Ceiling((high - low) / width - 1e-9);
            for (var i = 0; i < count; i++)
            {
                panels.Add(Evaluate(low + (high - low) * i / count, low + (high - low) * (i + 1) / count));
            }

            low = high;
        }

        return panels;
    }

    /// <summary>The kinks within reach, 0 and the end, ascending.</summary>
    private static double[] Edges(double reach, IReadOnlyList<double> kinks)
    {
        var edges = new double[kinks.Count + 2];
        (edges[0], edges[1]) = (0, reach);
        var count = 2;
        for (var i = 0; i < kinks.Count; i++)
        {
            if (Math.Abs(kinks[i]) < reach)
            {
                edges[count++] = kinks[i];
            }
        }

        // By insertion: kinks are few, and mostly in order.
        for (var i = 1; i < count; i++)
        {
            for (var j = i; j > 0 && edges[j - 1] > edges[j]; j--)
            {
                (edges[j - 1], edges[j]) = (edges[j], edges[j - 1]);
            }
        }

        Array.Resize(ref edges, count);
        return edges;
    }

    private void Halve(Panel panel, int depth)
    {
        var (low, high) = (panel.Low, panel.High);
        var middle = low + (high - low) / 2;
        if (high - low <= _narrowest || _panels.Count >= MostPanels
            || (IsResolved(panel.First, _largestFirst) && IsResolved(panel.Second, _largestSecond)))
        {
            _panels.Add(panel);
            return;
        }

        if (depth >= _rule.DeepestHalving || !(low < middle && middle < high))
        {
            panel.IsBeyondResolution = true;
            _panels.Add(panel);
            return;
        }

        Halve(Evaluate(low, middle), depth + 1);
        Halve(Evaluate(middle, high), depth + 1);
    }

    private bool IsResolved(double[] values, double largest) =>
        !(_rule.Rule.Tail(values) > _rule.Tolerance * Math.Max(Largest(values), ScaleShare * largest));

    private Panel Evaluate(double low, double high)
    {
        var half = (high - low) / 2;
        var middle = low + half;
        var points = _rule.Rule.Points;
        var panel = new Panel(low, high, points.Length);
        for (var i = 0; i < points.Length; i++)
        {
            (panel.First[i], panel.Second[i]) = _functions(middle + half * points[i]);
        }

        return panel;
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
