using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using System.Text;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Runs experiments of all kinds in a process whose vector instructions were restricted from outside.</summary>
internal static class ProcessorProbe
{
    private static readonly (int Batch, int[] Widths)[] _shapes =
    [
        (1, [7, 20, 103, 3]), (6, [30, 9, 41]), (107, [40, 33, 17]), (83, [16, 270, 5]),
    ];

    /// <summary>What the process can do.</summary>
    public static string Capabilities() => string.Join(
        ' ',
        Vector512.IsHardwareAccelerated ? "512" : "-",
        Vector256.IsHardwareAccelerated ? "256" : "-",
        Vector128.IsHardwareAccelerated ? "128" : "-",
        Fma.IsSupported ? "fma" : "-",
        Avx2.IsSupported ? "avx2" : "-",
        Avx512F.IsSupported ? "avx512" : "-");

    /// <summary>A line for each experiment: its hash. Numbers of threads that disagree give several.</summary>
    public static IEnumerable<string> Hashes()
    {
        foreach (var (batch, widths) in _shapes)
        {
            foreach (var activation in (string[])["identity", "relu", "sigmoid", "tanh"])
            {
                var plan = new Plan
                {
                    Batch = batch,
                    Widths = widths,
                    Activation = activation,
                    BiasStd = 0.2,
                    PreActivations = new(31, null),
                    Weights = new(10, (-0.5, 0.5)),
                };
                yield return $"{batch} {activation} float64 {Hash<double>(plan)}";
                yield return $"{batch} {activation} float32 {Hash<float>(plan)}";
            }

            yield return $"{batch} backward float64 {Back<double>(batch)}";
            yield return $"{batch} backward float32 {Back<float>(batch)}";
        }
    }

    private static string Hash<T>(Plan plan)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Hash(threads => RunBits.Text<T>(plan, threads, VectorWidths.Preferred));

    private static string Back<T>(int batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Hash(threads =>
        {
            using var experiment = new ChainExperiment<T>(
                new(
                    batch, 19, Link.Dense(33, "tanh", bias: true), Link.Norm("layer_norm"), Link.Dense(41, "relu"), Link.Norm("rms_norm"),
                    Link.Norm("batch_norm"), Link.Dropout(0.8), Link.Dense(41, "sigmoid"), Link.Residual(3, 0.5), Link.Dense(7))
                { Backward = true },
                9,
                RandomStream.Philox,
                threads);
            return RunBits.Text(experiment.Run()) + experiment.Bits();
        });

    private static string Hash(Func<int, string> run) => string.Join(' ', ((int[])[1, 2, 3, 8])
            .Select(run)
            .Select(text => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))))
            .Distinct());
}
