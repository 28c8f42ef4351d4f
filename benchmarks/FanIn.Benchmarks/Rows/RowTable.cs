namespace FanIn.Benchmarks.Rows;

/// <summary>The table: every row once, as data.</summary>
public static class RowTable
{
    /// <summary>The activations of the standard run.</summary>
    public static readonly string[] Activations = ["relu", "sigmoid", "tanh"];

    /// <summary>The dtypes.</summary>
    public static readonly string[] Dtypes = ["float64", "float32"];

    private static readonly int[] Wide = [512, 1024];

    /// <summary>All rows, in the order in which they are printed.</summary>
    public static IReadOnlyList<Row> All { get; } =
    [
        .. Dtypes.Select(d => Share($"GEMM 1000×100×100 {Short(d)}, of the FMA peak", 0.90, 0.98, Names.Gemm(d), Names.Peaks(d))),
        .. Wide.SelectMany(w => Dtypes.Select(d =>
            Share($"GEMM 1000×{w}×{w} {Short(d)}, of the FMA peak", 0.85, 0.95, Names.Wide(w, d), Names.Peaks(d)))),
        .. Dtypes.Select(d => Share(
            $"GEMM 1000×100×100 {Short(d)} with AVX2, of its FMA peak",
            0.80,
            0.95,
            Names.Avx2(Names.Gemm(d)),
            [Names.Avx2(Names.Fma(256, d))])),

        .. PerActivation("float64", 1, "NumPy script", Names.Script, [5.5, 5, 4.5], [7.2, 6, 5.3]),
        .. PerActivation("float32", 2, "NumPy script", Names.Script, [16, 15, 14], [23, 20, 18]),
        .. PerActivation("float64", 1, "tuned NumPy", a => Names.Tuned(a, "float64"), [2, 2, 2], [2.6, 2.6, 2.6]),
        .. PerActivation("float32", 1, "tuned NumPy", a => Names.Tuned(a, "float32"), [2.5, 2.5, 2.5], [4, 4, 4]),

        .. Forward("float64", [1.1, 2.5, 1.4], [1.25, 3.3, 1.7]),
        .. Forward("float32", [1, 1, 1], [1.2, 1.2, 1.2]),
        Quotient("forward f64, batch 1 / ONNX Runtime", 4, 5, Names.Onnx("single/float64"), Names.Forward("single/float64")),
        Quotient("forward f32, batch 1 / ONNX Runtime", 3, 3.7, Names.Onnx("single/float32"), Names.Forward("single/float32")),
        Quotient("forward 4-16-16-3 f32, batch 1 / ONNX Runtime", 50, 110, Names.Onnx("tiny"), Names.Forward("tiny")),

        .. Dtypes.Select(d => Quotient(
            $"training step 64-100×4-10 {Short(d)}, batch 128 / NumPy", 1.5, 2, Names.NumpyStep(d), Names.Step(d))),

        .. new[] { 1, 2 }.SelectMany(threads => Dtypes.SelectMany(d => Activations.Select(a => Backward(a, 100, d, threads)))),
        .. new[] { 1, 2 }.SelectMany(threads => Dtypes.Select(d => Backward("tanh", 512, d, threads))),

        .. Dtypes.Select(d => Quotient(
            $"standard run {Short(d)} sigmoid, 2 threads / 1 thread", 1.7, 1.9, Names.Run("sigmoid", d, 1), Names.Run("sigmoid", d, 2))),
        .. new[] { 1, 2 }.Select(threads => new Row(
            $"bytes allocated per run, {threads} thread{(threads == 1 ? "" : "s")}", RowUnit.Bytes, 0, 0, [Names.Bytes(threads)], null)),
        .. Dtypes.Select(d => Quotient(
            $"all statistics / histogram, mean, std: {Short(d)} sigmoid", 1.35, 1.15, Names.Run("sigmoid", d, 1), Names.Minimal(d))),
        new("process that runs one experiment once", RowUnit.Milliseconds, 120, 70, [Names.Startup], null, 1e-6, ByMedian: true),
    ];

    /// <summary><c>f64</c>.</summary>
    public static string Short(string dtype) => dtype == "float64" ? "f64" : "f32";

    // What is in both names is nanoseconds a flop: the smaller, the larger the share.
    private static Row Share(string name, double least, double aim, string gemm, string[] peaks) =>
        new(name, RowUnit.Percent, least, aim, peaks, gemm);

    private static Row Quotient(string name, double least, double aim, string over, string under) =>
        new(name, RowUnit.Times, least, aim, [over], under);

    private static Row Backward(string activation, int width, string dtype, int threads) => Quotient(
        $"backward 1000×{width}×5 {Short(dtype)} {activation}{(threads == 1 ? "" : $", {threads} threads")} / the forward pass's GEMMs",
        2.6,
        2.3,
        Names.Backward(activation, width, dtype, threads),
        Names.Products(width, dtype, threads));

    private static IEnumerable<Row> PerActivation(
        string dtype, int threads, string peer, Func<string, string> over, double[] least, double[] aim) =>
        Activations.Select((activation, i) => Quotient(
            $"standard run {Short(dtype)} {activation}{(threads == 1 ? "" : $", {threads} threads")} / {peer}",
            least[i],
            aim[i],
            over(activation),
            Names.Run(activation, dtype, threads)));

    private static IEnumerable<Row> Forward(string dtype, double[] least, double[] aim) =>
        Activations.Select((activation, i) => Quotient(
            $"forward {Short(dtype)} {activation}, batch 1000 / ONNX Runtime",
            least[i],
            aim[i],
            Names.Onnx($"standard-{activation}/{dtype}"),
            Names.Forward($"standard-{activation}/{dtype}")));
}
