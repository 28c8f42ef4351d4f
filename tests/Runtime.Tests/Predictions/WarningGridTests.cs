using FanIn.Theory.Networks;
using Xunit.Abstractions;

namespace FanIn.Runtime.Tests.Predictions;

/// <summary>
/// Warnings come from theory alone, so they are compared with what networks do: eleven activations, five scales, three depths, two widths,
/// three seeds, each with the eight warnings that there is a measurement for. All numbers are the same on every machine, so that the errors
/// are counted and not estimated.
/// </summary>
public class WarningGridTests(ITestOutputHelper output)
{
    private static readonly string[] Activations =
        ["sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus", "hard_tanh", "softsign"];

    [Fact]
    public void Warnings_and_measurements_agree_but_for_the_counted_errors()
    {
        var points = from activation in Activations
                     from sigmaW2 in new[] { 0.04, 1, 2, 4, 100 }
                     from depth in new[] { 3, 10, 30 }
                     from width in new[] { 50, 100 }
                     select new GridPoint(activation, sigmaW2, depth, width);
        var decisions = points.ToArray().AsParallel().AsOrdered()
            .SelectMany(point => new ulong[] { 1, 2, 3 }.SelectMany(point.Decisions)).ToArray();
        GridDecision[] alarms = [.. decisions.Where(decision => decision.IsFalseAlarm)];
        GridDecision[] misses = [.. decisions.Where(decision => decision.IsMiss)];
        foreach (var error in alarms.Concat(misses).OrderByDescending(error => error.IsFarOff))
            output.WriteLine($"{(error.IsFarOff ? "far off" : "near   ")}  {error}");
        var counts = $"{decisions.Length} decisions, {decisions.Count(decision => decision.IsWarned)} warnings; "
            + $"{alarms.Length} false alarms, {alarms.Count(IsFar)} far off; {misses.Length} misses, {misses.Count(IsFar)} far off";
        output.WriteLine(counts);

        // No warning where the measurement is more than 1.5 times on the other side, but for the two activations whose fixed point at
        // σ_w² = 2 is unstable: there the page says that theory is uncertain.
        Assert.All(alarms.Where(IsFar), alarm => Assert.True(IsUnstable(alarm.Point), alarm.ToString()));
        Assert.Equal("7920 decisions, 1476 warnings; 41 false alarms, 8 far off; 103 misses, 5 far off", counts);
    }

    private static bool IsFar(GridDecision decision) => decision.IsFarOff;

    private static bool IsUnstable(GridPoint point) => point is { Activation: "gelu" or "softplus", SigmaW2: 2, Depth: 30 };
}
