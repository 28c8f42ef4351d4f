namespace FanIn.Benchmarks.Rows;

/// <summary>Names of the contenders, by which rows find their times.</summary>
public static class Names
{
    /// <summary>The whole process.</summary>
    public const string Startup = "FanIn: process";

    /// <summary>A cache line's way to the other processor.</summary>
    public const string CacheLine = "cache line from core to core";

    /// <summary>A flop of the identity network of 100 units.</summary>
    public static string Gemm(string dtype) => $"FanIn: GEMM 100 {dtype}, a flop";

    /// <summary>A flop of a wide identity network.</summary>
    public static string Wide(int width, string dtype) => $"FanIn: GEMM {width} {dtype}, a flop";

    /// <summary>A flop of the FMA loop.</summary>
    public static string Fma(int bits, string dtype) => $"FMA loop {bits} bits {dtype}, a flop";

    /// <summary>The FMA loops, of which the fastest is the peak.</summary>
    public static string[] Peaks(string dtype) => [Fma(512, dtype), Fma(256, dtype)];

    /// <summary>The same without AVX-512.</summary>
    public static string Avx2(string name) => $"{name}, AVX2";

    /// <summary>Draw, forward, observe.</summary>
    public static string Run(string activation, string dtype, int threads) => $"FanIn: run {activation} {dtype}, {threads} threads";

    /// <summary>Draw alone.</summary>
    public static string Draw(string id) => $"FanIn: draw {id}";

    /// <summary>Observe alone.</summary>
    public static string Observe(string id) => $"FanIn: observe {id}";

    /// <summary>Draw, forward, and no more than histogram, mean and std.</summary>
    public static string Minimal(string dtype) => $"FanIn: run sigmoid {dtype}, histogram, mean, std";

    /// <summary>Forward alone.</summary>
    public static string Forward(string id) => $"FanIn: forward {id}";

    /// <summary>Forward through layers that do nothing but multiply.</summary>
    public static string Products(int width, string dtype, int threads) => $"FanIn: products {width} {dtype}, {threads} threads";

    /// <summary>Backward alone.</summary>
    public static string Backward(string activation, int width, string dtype, int threads) =>
        $"FanIn: backward {activation} {width} {dtype}, {threads} threads";

    /// <summary>ONNX Runtime's forward pass.</summary>
    public static string Onnx(string id) => $"ONNX Runtime: forward {id}";

    /// <summary>The chapter's script.</summary>
    public static string Script(string activation) => $"NumPy: script {activation}";

    /// <summary>The tuned script.</summary>
    public static string Tuned(string activation, string dtype) => $"NumPy: tuned {activation} {dtype}";

    /// <summary>A step of training.</summary>
    public static string Step(string dtype) => $"FanIn: training step {dtype}";

    /// <summary>NumPy's.</summary>
    public static string NumpyStep(string dtype) => $"NumPy: training step {dtype}";

    /// <summary>Bytes that a run allocates.</summary>
    public static string Bytes(int threads) => $"FanIn: bytes, {threads} threads";
}
