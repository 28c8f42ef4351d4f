namespace FanIn.Dsl.Formulas;

/// <summary>Finds a formula's kinks as numbers.</summary>
internal static class KinkSearch
{
    private const double Reach = 64;
    private const int Steps = 4096;

    /// <summary>Each kink once, ascending.</summary>
    public static IReadOnlyList<double> Find(ActivationTerms terms, IReadOnlyDictionary<string, double> fields)
    {
        var kinks = new SortedSet<double>();
        foreach (var place in terms.Kinks)
            kinks.Add(new TermProgram(place, fields).Run(0) + 0.0);
        foreach (var (a, b) in terms.Borders)
            kinks.UnionWith(Meetings(new TermProgram(a, fields), new TermProgram(b, fields)));
        kinks.RemoveWhere(kink => double.IsNaN(kink) || double.IsInfinity(kink));
        return [.. kinks];
    }

    /// <summary>Where a − b changes its sign or is 0 on a grid; between two of its points by bisection.</summary>
    private static IEnumerable<double> Meetings(TermProgram a, TermProgram b)
    {
        double Difference(double x) => a.Run(x) - b.Run(x);
        double left = -Reach;
        double atLeft = Difference(left);
        for (int i = 1; i <= Steps; i++)
        {
            double right = -Reach + (i * (2 * Reach / Steps));
            double atRight = Difference(right);
            if (atRight == 0 && atLeft != 0)
                yield return right;
            else if (atLeft * atRight < 0)
                yield return Bisect(Difference, left, right, atLeft);
            (left, atLeft) = (right, atRight);
        }
    }

    private static double Bisect(Func<double, double> difference, double low, double high, double atLow)
    {
        for (double middle = low + ((high - low) / 2); middle > low && middle < high; middle = low + ((high - low) / 2))
        {
            double there = difference(middle);
            if (there == 0)
                return middle;
            (low, high) = there * atLow > 0 ? (middle, high) : (low, middle);
        }

        return high;
    }
}
