using FanIn.Benchmarks.Measuring;
using Microsoft.ML.OnnxRuntime;

namespace FanIn.Benchmarks.Peers;

/// <summary>ONNX Runtime on the same network: forward alone, buffers bound once, no copies counted against it.</summary>
public sealed class OnnxPeer<T> : IDisposable
    where T : unmanaged
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtValue _input;
    private readonly OrtValue _output;

    /// <summary>Loads a network of dense layers with the given weights (fan_in × fan_out, row-major) and input.</summary>
    public OnnxPeer(int batch, int[] widths, string activation, Func<int, T[]> weights, T[] input, int threads)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        _session = new(OnnxModel.Dense(batch, widths, activation, weights), options);
        Output = new T[batch * widths[^1]];
        _input = OrtValue.CreateTensorValueFromMemory(input, [batch, widths[0]]);
        _output = OrtValue.CreateTensorValueFromMemory(Output, [batch, widths[^1]]);
    }

    /// <summary>ONNX Runtime's version.</summary>
    public static string Version => $"ONNX Runtime {OrtEnv.Instance().GetVersionString()}";

    /// <summary>z after a run, row-major.</summary>
    public T[] Output { get; }

    /// <summary>One forward pass.</summary>
    public void Run() => _session.Run(_options, ["x"], [_input], ["z"], [_output]);

    /// <summary>The forward pass, timed.</summary>
    public Contender Contender(string name) => Measuring.Contender.Of(name, Run);

    /// <inheritdoc/>
    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
