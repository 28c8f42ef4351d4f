using System.Globalization;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Streams;

/// <summary>The first values that docs/numerics.md prints are those that philox draws, to the last digit.</summary>
public class NumericsPageTests
{
    [Fact]
    public void First_values_are_those_of_the_page()
    {
        var rows = Page().Split('\n').SkipWhile(line => !line.StartsWith("| seed | tensor |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToArray();

        Assert.Equal(3, rows.Length);
        foreach (var cells in rows)
        {
            var source = DrawSource.Create(RandomStream.Philox, ulong.Parse(cells[1], CultureInfo.InvariantCulture));
            var tensor = TensorKey.Of(cells[2].Trim('`'));
            var drawn = new double[4];
            source.Uniforms(tensor, 0, drawn);
            Assert.Equal(Numbers(cells[3]), drawn);
            source.Normals(tensor, 0, drawn);
            Assert.Equal(Numbers(cells[4]), drawn);
        }
    }

    private static double[] Numbers(string cell) =>
        [.. cell.Replace('−', '-').Split(", ").Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static string Page()
    {
        using var reader = new StreamReader(typeof(NumericsPageTests).Assembly.GetManifestResourceStream("numerics.md")!);
        return reader.ReadToEnd();
    }
}
