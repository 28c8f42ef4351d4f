using System.Diagnostics;
using System.Globalization;

namespace FanIn.Benchmarks.Measuring;

/// <summary>What has to be measured in a process of its own.</summary>
public static class Child
{
    /// <summary>This program again, with one switch of the runtime; it answers with lines of name, median and minimum.</summary>
    public static Dictionary<string, Timing> Measure(string what, int rounds, params (string Name, string Value)[] environment)
    {
        using var process = Start("FanIn.Benchmarks.dll", ["child", what, rounds.ToString(CultureInfo.InvariantCulture)], environment);
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The child that measures '{what}' ended with exit code {process.ExitCode}.");
        return lines.Select(line => line.Split('\t')).ToDictionary(
            fields => fields[0],
            fields => new Timing(double.Parse(fields[1], CultureInfo.InvariantCulture), double.Parse(fields[2], CultureInfo.InvariantCulture)));
    }

    /// <summary>The child's side.</summary>
    public static void Answer(IReadOnlyDictionary<string, Timing> timings)
    {
        foreach (var (name, timing) in timings)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{timing.Median:R}\t{timing.Minimum:R}"));
    }

    /// <summary>From the start of a process that runs one experiment once to its end.</summary>
    public static Contender Startup(string name) => new(name, () =>
    {
        long start = Stopwatch.GetTimestamp();
        using var process = Start("FanIn.Startup.dll", [], []);
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start).TotalNanoseconds
            : throw new InvalidOperationException($"FanIn.Startup ended with exit code {process.ExitCode}.");
    });

    private static Process Start(string dll, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, dll), .. arguments])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
