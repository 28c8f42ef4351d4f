using System.Diagnostics;
using FanIn.Runtime.Tests.Experiments;

namespace FanIn.Runtime.Tests;

/// <summary>
/// Work that needs a process without other tests in it. The name of the work is the only argument; what it prints is the result.
/// </summary>
public static class ChildProcess
{
    /// <summary>Entry point of the child. The test platform has its own.</summary>
    public static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["allocations"]:
                Console.WriteLine(FormattableString.Invariant($"{AllocationProbe.OfAllThreads()} bytes"));
                return 0;
            case ["training allocations"]:
                Console.WriteLine(FormattableString.Invariant($"{AllocationProbe.OfTraining()} bytes"));
                return 0;
            case ["bits"]:
                Console.WriteLine(ProcessorProbe.Capabilities());
                foreach (var line in ProcessorProbe.Hashes())
                    Console.WriteLine(line);
                return 0;
            default:
                Console.Error.WriteLine("Run the tests with 'dotnet test'.");
                return 2;
        }
    }

    /// <summary>Runs the work and gives what it printed.</summary>
    /// <param name="work">Its name.</param>
    /// <param name="settings">Environment variables, <c>NAME=value</c>.</param>
    public static string Run(string work, params string[] settings)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [typeof(ChildProcess).Assembly.Location, work])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var setting in settings.Select(text => text.Split('=')))
            start.Environment[setting[0]] = setting[1];
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.Trim();
    }
}
