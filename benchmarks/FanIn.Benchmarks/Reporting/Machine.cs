using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FanIn.Benchmarks.Reporting;

/// <summary>What a figure was measured on; nothing that would name the computer.</summary>
/// <param name="Cpu">Model as the processor gives it, with family and model number.</param>
/// <param name="Processors">Logical processors that the process may use.</param>
/// <param name="Vectors">The widest vectors that .NET accelerates there.</param>
/// <param name="System">Operating system.</param>
/// <param name="Runtime">.NET's version.</param>
public sealed record Machine(string Cpu, int Processors, string Vectors, string System, string Runtime)
{
    /// <summary>This one.</summary>
    public static Machine This() => new(
        CpuModel(),
        Environment.ProcessorCount,
        Vector512.IsHardwareAccelerated ? "512 bits" : Vector256.IsHardwareAccelerated ? "256 bits" : "128 bits",
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}",
        RuntimeInformation.FrameworkDescription);

    private static string CpuModel()
    {
        const string Linux = "/proc/cpuinfo";
        if (!File.Exists(Linux))
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown";
        var first = File.ReadLines(Linux).TakeWhile(line => line.Length > 0).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(field => field.Length == 2).ToDictionary(field => field[0], field => field[1]);
        string Field(string name) => first.GetValueOrDefault(name, "?");
        return $"{Field("model name")} (family {Field("cpu family")}, model {Field("model")})";
    }
}
