namespace FanIn.Benchmarks.Curves;

/// <summary>How a cost grows along one axis of an experiment's matrix, for one dtype.</summary>
/// <param name="Experiment">The experiment's name: <c>curve-batch</c>.</param>
/// <param name="Dtype">float64 or float32.</param>
/// <param name="Points">In the order of X.</param>
public sealed record Curve(string Experiment, string Dtype, IReadOnlyList<CurvePoint> Points);

/// <summary>One variant of the experiment.</summary>
/// <param name="X">The axis' value.</param>
/// <param name="Nanoseconds">The fastest sample's, for one multiply-add or one activation.</param>
public sealed record CurvePoint(int X, double Nanoseconds);

/// <summary>All curves of a run.</summary>
/// <param name="Curves">Each panel's two.</param>
/// <param name="Limit">By dtype: nanoseconds of a multiply-add at the FMA peak.</param>
public sealed record CurveReport(IReadOnlyList<Curve> Curves, IReadOnlyDictionary<string, double> Limit);

/// <summary>One panel of the picture.</summary>
/// <param name="Experiment">Whose curves it shows.</param>
/// <param name="Axis">What grows.</param>
/// <param name="Cost">What is measured.</param>
/// <param name="PerMultiplyAdd">Whether the cost is that of a multiply-add, which has a limit, and not that of an activation.</param>
public sealed record CurvePanel(string Experiment, string Axis, string Cost, bool PerMultiplyAdd)
{
    /// <summary>The four.</summary>
    public static IReadOnlyList<CurvePanel> All { get; } =
    [
        new("curve-batch", "batch (5 layers of 100 units, relu)", "forward, ns per multiply-add", true),
        new("curve-width", "units of a layer (batch 1000, 5 layers, relu)", "forward, ns per multiply-add", true),
        new("curve-depth", "layers (batch 1000, 100 units, relu)", "draw, forward, observe: ns per activation", false),
        new("curve-bins", "bins (sigmoid)", "observe, ns per activation", false),
    ];
}
