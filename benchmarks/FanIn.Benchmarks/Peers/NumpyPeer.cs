using System.Diagnostics;
using System.Globalization;
using FanIn.Benchmarks.Measuring;
using FanIn.Benchmarks.Rows;

namespace FanIn.Benchmarks.Peers;

/// <summary>A Python process that runs NumPy on demand, one BLAS thread, so that it can take its turn between the others.</summary>
public sealed class NumpyPeer : IDisposable
{
    private readonly Process _process;

    private NumpyPeer(Process process, string version) => (_process, Version) = (process, version);

    /// <summary><c>numpy 1.24.2 with OpenBLAS 0.3.21 for Haswell</c>.</summary>
    public string Version { get; }

    /// <summary>Whether it multiplies with a library made for that; with the reference BLAS every quotient would flatter.</summary>
    public bool HasFastBlas => !Version.Contains("libblas", StringComparison.Ordinal);

    /// <summary>Starts the first Python that has NumPy; null when there is none.</summary>
    public static NumpyPeer? Start()
    {
        string script = Path.Combine(AppContext.BaseDirectory, "Peers", "numpy_peer.py");
        string?[] candidates = [Environment.GetEnvironmentVariable("PYTHON"), "python3", "/usr/bin/python3", "python"];
        foreach (string python in candidates.OfType<string>())
        {
            var start = new ProcessStartInfo(python, [script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (string variable in new[] { "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS" })
                start.Environment[variable] = "1";
            try
            {
                var process = Process.Start(start)!;
                process.ErrorDataReceived += (_, _) => { };
                process.BeginErrorReadLine();
                if (process.StandardOutput.ReadLine() is { } version)
                    return new(process, version);
                process.Dispose();
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // No such Python: the next one.
            }
        }

        return null;
    }

    /// <summary>The chapter's script as printed.</summary>
    public Contender Script(string activation) => Of(Names.Script(activation), ScriptTask(activation), 2);

    /// <summary>The tuned script in <c>float64</c> or <c>float32</c>.</summary>
    public Contender Tuned(string activation, string dtype) => Of(Names.Tuned(activation, dtype), TunedTask(activation, dtype), 4);

    /// <summary>A step of training.</summary>
    public Contender Step(string dtype) => Of(Names.NumpyStep(dtype), $"step-{dtype}", 20);

    /// <summary>What the chapter's script computes: mean, std and counts of each layer.</summary>
    public double[][] ScriptResult(string activation) => Result(ScriptTask(activation));

    /// <summary>The same of the tuned script.</summary>
    public double[][] TunedResult(string activation, string dtype) => Result(TunedTask(activation, dtype));

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(2000))
            _process.Kill();
        _process.Dispose();
    }

    private static string ScriptTask(string activation) => $"script-{activation}";

    private static string TunedTask(string activation, string dtype) => $"tuned-{activation}-{dtype}";

    private Contender Of(string name, string task, int repeats) =>
        new(name, () => Number(Ask($"{task} {repeats}")));

    private double[][] Result(string task) =>
        [.. Ask($"{task} 0").Split(';').Select(layer => layer.Split(' ').Select(Number).ToArray())];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string Ask(string question)
    {
        _process.StandardInput.WriteLine(question);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("NumPy's process ended.");
    }
}
