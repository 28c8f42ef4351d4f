namespace FanIn.Runtime.Tests.Experiments;

/// <summary>
/// The same bits on processors with AVX-512, with AVX2, with 128 bits and without any vectors: child processes in which the runtime takes
/// instructions away. (DOTNET_EnableAVX512F and DOTNET_EnableFMA would do nothing.)
/// </summary>
public sealed class ProcessorTests
{
    [Fact]
    public void Processors_with_fewer_instructions_give_the_same_bits()
    {
        var expected = Run([], lacks: []);
        Assert.Equal(40, expected.Length);
        Assert.All(expected, line => Assert.Equal(4, line.Split(' ').Length));      // one hash for every number of threads
        Assert.Equal(40, expected.Select(line => line.Split(' ')[3]).Distinct().Count());

        Assert.Equal(expected, Run(["DOTNET_EnableAVX512=0"], lacks: ["512", "avx512"]));
        Assert.Equal(expected, Run(["DOTNET_EnableAVX2=0"], lacks: ["512", "256", "avx512", "avx2", "fma"]));
        Assert.Equal(expected, Run(["DOTNET_EnableHWIntrinsic=0"], lacks: ["512", "256", "128", "avx512", "avx2", "fma"]));
    }

    private static string[] Run(string[] switches, string[] lacks)
    {
        var lines = ChildProcess.Run("bits", switches).Split('\n', StringSplitOptions.TrimEntries);
        foreach (var capability in lacks)
            Assert.DoesNotContain(capability, lines[0].Split(' '));
        return lines[1..];
    }
}
