using FanIn.Theory.Activations;

namespace FanIn.Theory.Networks;

/// <summary>Intervals on which φ rises, falls or is constant.</summary>
internal static class MonotonePieces
{
    /// <summary>Turning points closer together than this share of the range are not told apart.</summary>
    private const int Steps = 256;

    /// <summary>The pieces of φ on [−reach, reach], ascending.</summary>
    public static List<(double Low, double High)> Of(IScalarActivation activation, double reach)
    {
        var edges = new SortedSet<double>(activation.Kinks.Where(kink => Math.Abs(kink) < reach)) { -reach, reach };
        var turns = new List<double>(edges);
        var low = double.NaN;
        foreach (var high in edges)
        {
            if (!double.IsNaN(low))
            {
                AddTurns(activation, low, high, 2 * reach / Steps, turns);
            }

            low = high;
        }

        turns.Sort();
        return [.. turns.Zip(turns.Skip(1), (from, to) => (from, to)).Where(piece => piece.from < piece.to)];
    }

    /// <summary>Where φ′ changes its sign strictly inside an interval.</summary>
    private static void AddTurns(IScalarActivation activation, double low, double high, double step, List<double> turns)
    {
        var count = Math.Max(4, (int)Math.Ceiling((high - low) / step));
        var (before, slope) = (double.NaN, 0.0);
        for (var i = 0; i <= count; i++)
        {
            // The ends belong to the kinks.
            var x = low + (high - low) * Math.Min(Math.Max(i, 1e-9), count - 1e-9) / count;
            var next = activation.Derivative(x);
            if (slope * next < 0)
            {
                turns.Add(Root.Between(activation.Derivative, before, x));
            }

            (before, slope) = next == 0 ? (before, slope) : (x, next);
        }
    }
}
