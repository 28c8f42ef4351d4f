namespace FanIn.Conformance.Tests;

/// <summary>Each documented fault of a library would fail here.</summary>
public class LibraryFaultTests
{
    public static TheoryData<int> Faults => new(Enumerable.Range(0, LibraryFaults.All.Count));

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_case_tells_right_from_faulty(int number)
    {
        var fault = LibraryFaults.All[number];
        var (drawn, right, tolerance) = fault.Compare();
        Assert.Equal(right, drawn, tolerance);
        Assert.True(Math.Abs(fault.Faulty - right) > 2 * tolerance, $"{fault.Library}: {fault.Faulty} is within the tolerance of {right}");
    }

    /// <summary>Keras 3's initialisers with a seed give every layer the same weights; TensorFlow.NET's ignore the seed.</summary>
    [Fact]
    public void Layers_differ_and_a_seed_decides()
    {
        using var first = new FromData.LsuvNone(seed: 1);
        using var again = new FromData.LsuvNone(seed: 1);
        using var other = new FromData.LsuvNone(seed: 2);
        first.Draw();
        again.Draw();
        other.Draw();
        Assert.NotEqual(first.First.Weights[0, 0], first.Second.Weights[0, 0]);
        Assert.Equal(first.First.Weights[7, 8], again.First.Weights[7, 8]);
        Assert.NotEqual(first.First.Weights[7, 8], other.First.Weights[7, 8]);
    }
}
