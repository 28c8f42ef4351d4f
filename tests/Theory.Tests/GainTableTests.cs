using System.Globalization;
using FanIn.Theory.Activations;

namespace FanIn.Theory.Tests;

/// <summary>The table of gains that SciPy's adaptive quadrature made, printed to twelve digits.</summary>
public class GainTableTests
{
    private static readonly Dictionary<string, (string Name, string? Parameter)> Spellings = new()
    {
        ["elu(1)"] = ("elu", null),
        ["gelu(erf)"] = ("gelu", null),
        ["gelu(tanh)"] = ("gelu_tanh", null),
        ["silu/swish"] = ("silu", null),
        ["softplus(1)"] = ("softplus", null),
        ["hardtanh"] = ("hard_tanh", null),
        ["hardsigmoid"] = ("hard_sigmoid", null),
        ["hardswish"] = ("hard_swish", null),
        ["logsigmoid"] = ("log_sigmoid", null),
        ["tanhshrink"] = ("tanh_shrink", null),
        ["softshrink(.5)"] = ("soft_shrink", null),
        ["hardshrink(.5)"] = ("hard_shrink", null),
        ["squareplus(4)"] = ("squareplus", null),
        ["leaky_relu(0.01)"] = ("leaky_relu", "0.01"),
        ["leaky_relu(0.2)"] = ("leaky_relu", "0.2"),
        ["leaky_relu(0.3)"] = ("leaky_relu", "0.3"),
        ["prelu/leaky(0.25)"] = ("prelu", "0.25"),
    };

    private static readonly string[][] Rows = [.. TestData.Text("activation-gains.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1).Select(line => line.Trim().Split(','))];

    public static TheoryData<string> Names => [.. Rows.Select(row => row[0])];

    [Fact]
    public void The_table_is_whole() => Assert.Equal(30, Rows.Length);

    [Theory]
    [MemberData(nameof(Names))]
    public void Moments_agree_to_the_digits_of_the_table(string row)
    {
        var (expectation, columns) = Row(row);
        var moments = expectation.Moments(1);
        Check(columns[0], moments.Mean);
        Check(columns[1], moments.Second);
        Check(columns[2], moments.Variance);
        Check(columns[3], moments.SlopeMean);
        Check(columns[4], moments.SlopeSecond);
        Check(columns[5], moments.Fourth);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gains_agree_to_the_digits_of_the_table(string row)
    {
        var (expectation, columns) = Row(row);
        var gains = Gains.Of(expectation);
        Check(columns[6], gains.SecondMoment);
        Check(columns[7], gains.Variance);
        if (row.StartsWith("hardshrink"))
        {
            // The table's slope leaves the jumps out; theory has no gradient there.
            Assert.True(double.IsNaN(gains.Backward) && double.IsNaN(gains.BatchNormGrowth));
            return;
        }

        Check(columns[8], gains.Backward);
        Check(columns[9], gains.BatchNormGrowth);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Critical_point_at_unit_variance_agrees_to_the_digits_of_the_table(string row)
    {
        var (expectation, columns) = Row(row);
        var edge = EdgeOfChaos.ForVariance(expectation, 1);
        if (columns[11] < 0)
        {
            Assert.Null(edge);
            return;
        }

        Check(columns[10], edge!.SigmaW * edge.SigmaW);
        Check(columns[11], edge.SigmaB * edge.SigmaB);
    }

    private static (GaussianExpectation Expectation, double[] Columns) Row(string row)
    {
        var (name, parameter) = Spellings.GetValueOrDefault(row, (row, null));
        Dictionary<string, double> arguments = parameter is null
            ? [] : new() { ["slope"] = double.Parse(parameter, CultureInfo.InvariantCulture) };
        var columns = Rows.Single(candidate => candidate[0] == row)[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture));
        return (new GaussianExpectation(StandardActivations.Find(name, arguments)!), [.. columns]);
    }

    /// <summary>Half a unit of the twelfth digit, or the noise of the table's own zeros.</summary>
    private static void Check(double expected, double actual)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(Math.Abs(expected), 1e-3))) - 11);
        Close.Within(expected, actual, 0.501 * unit + 1e-15);
    }
}
