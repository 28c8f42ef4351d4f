#if TORCHSHARP
using FanIn.Benchmarks.Measuring;
using FanIn.Benchmarks.Rows;
using TorchSharp;
using static TorchSharp.torch;

namespace FanIn.Benchmarks.Peers;

/// <summary>libtorch on the standard run, one thread. No row of the table asks for it: its times stand in the JSON file.</summary>
public static class TorchPeer
{
    private const int Batch = 1000, Units = 100, Layers = 5, Bins = 30;

    /// <summary>Whether libtorch can be loaded, and if not why.</summary>
    public static bool Load(out string version, out string problem)
    {
        (version, problem) = ($"TorchSharp {typeof(torch).Assembly.GetName().Version?.ToString(3)}", "");
        try
        {
            InitializeDeviceType(DeviceType.CPU);
            set_num_threads(1);
            return true;
        }
        catch (Exception e) when (e is NotSupportedException or TypeInitializationException or DllNotFoundException or EntryPointNotFoundException)
        {
            problem = $"it does not load ({e.GetBaseException().Message.Split('\n')[0]}); its libtorch needs a newer libstdc++ than Debian 12 has";
            return false;
        }
    }

    /// <summary>The runs.</summary>
    public static IEnumerable<Contender> Contenders() =>
        from activation in RowTable.Activations
        from dtype in RowTable.Dtypes
        select Contender.Of($"TorchSharp: run {activation} {dtype}", () => Run(activation, dtype == "float64" ? float64 : float32));

    private static void Run(string activation, ScalarType dtype)
    {
        using var scope = NewDisposeScope();
        double std = Math.Sqrt((activation == "relu" ? 2.0 : 1.0) / Units);
        var x = randn(Batch, Units, dtype: dtype);
        for (int layer = 0; layer < Layers; layer++)
        {
            x = x.mm(randn(Units, Units, dtype: dtype).mul_(std));
            x = activation switch { "relu" => x.relu_(), "sigmoid" => x.sigmoid_(), _ => x.tanh_() };
            x.histc(Bins, 0, 1);
            x.mean().ToDouble();
            x.std(unbiased: false).ToDouble();
        }
    }
}
#endif
