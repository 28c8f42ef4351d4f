namespace FanIn.Theory.Tests;

/// <summary>Comparisons with relative tolerance, for values of any magnitude.</summary>
internal static class Close
{
    public static void Relative(double expected, double actual, double tolerance, string? what = null)
    {
        var distance = Math.Abs(expected - actual);
        Assert.True(
            distance <= tolerance * Math.Abs(expected),
            $"{what}: expected {expected:R}, got {actual:R}, relative {distance / Math.Abs(expected):E2}");
    }

    public static void Within(double expected, double actual, double tolerance, string? what = null) =>
        Assert.True(
            Math.Abs(expected - actual) <= tolerance,
            $"{what}: expected {expected:R}, got {actual:R}, off by {Math.Abs(expected - actual):E2}");
}
