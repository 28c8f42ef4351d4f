using FanIn.Theory.Activations;

namespace FanIn.Theory.Quadrature;

/// <summary>
/// φ and φ′ at fixed points that serve every standard deviation from s to 2^¼ s: within that range an expectation costs one Gaussian
/// weight a point, and no evaluation of φ.
/// </summary>
internal sealed class NodeTable
{
    /// <summary>How far one table reaches: a quarter of an octave.</summary>
    public const double Span = 1.189207115002721;

    private NodeTable(int count)
    {
        X = new double[count];
        Weights = new double[count];
        Values = new double[count];
        Slopes = new double[count];
    }

    /// <summary>The points, ascending.</summary>
    public double[] X { get; }

    /// <summary>Of the integral over x, without the Gaussian.</summary>
    public double[] Weights { get; }

    /// <summary>φ(x).</summary>
    public double[] Values { get; }

    /// <summary>φ′(x).</summary>
    public double[] Slopes { get; }

    /// <summary>Evaluates φ at the points for standard deviations from <paramref name="scale"/> on.</summary>
    public static NodeTable Create(IScalarActivation activation, double scale, PanelRule rule)
    {
        var panels = Panels.Cut(rule, scale, activation.Kinks, activation.Value, activation.Derivative);
        var table = new NodeTable(panels.Count * rule.Points);
        var i = 0;
        foreach (var (low, high) in panels)
        {
            var half = (high - low) / 2;
            for (var k = 0; k < rule.Points; k++, i++)
            {
                table.X[i] = low + half + half * rule.Rule.Points[k];
                table.Weights[i] = half * rule.Rule.Weights[k];
                table.Values[i] = activation.Value(table.X[i]);
                table.Slopes[i] = activation.Derivative(table.X[i]);
            }
        }

        return table;
    }
}
