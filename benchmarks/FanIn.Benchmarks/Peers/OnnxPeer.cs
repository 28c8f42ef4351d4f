using System.Numerics;
using FanIn.Benchmarks.Networks;
using Microsoft.ML.OnnxRuntime;

namespace FanIn.Benchmarks.Peers;

/// <summary>ONNX Runtime on the same network: forward alone, buffers bound once, no copies counted against it.</summary>
public sealed class OnnxPeer<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtValue _input;
    private readonly OrtValue _output;

    private OnnxPeer(int batch, int[] widths, string activation, Func<int, T[]> weights, T[] input)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
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

    /// <summary>The same network with the same weights and input.</summary>
    public static OnnxPeer<T> For(Network<T> network) => new(
        network.Definition.Batch, network.Widths, network.Definition.Layers[0].Activation ?? "identity", network.Weights, network.Input());

    /// <summary>ONNX Runtime's version.</summary>
    public static string Version => $"ONNX Runtime {OrtEnv.Instance().GetVersionString()}";

    /// <summary>z after a run, row-major.</summary>
    public T[] Output { get; }

    /// <summary>One forward pass.</summary>
    public void Run() => _session.Run(_options, ["x"], [_input], ["z"], [_output]);

    /// <inheritdoc/>
    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
