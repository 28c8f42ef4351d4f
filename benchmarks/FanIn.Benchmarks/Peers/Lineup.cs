using System.Numerics;
using FanIn.Benchmarks.Measuring;
using FanIn.Benchmarks.Networks;
using FanIn.Benchmarks.Rows;

namespace FanIn.Benchmarks.Peers;

/// <summary>All that is timed side by side in this process, and what could not be had.</summary>
internal sealed class Lineup : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    /// <summary>Makes FanIn's networks and the peers, and compares their results before anything is timed.</summary>
    /// <exception cref="InvalidOperationException">A peer computes something else than FanIn.</exception>
    public Lineup()
    {
        Add<double>("float64");
        Add<float>("float32");
        AddForward<float>("tiny");
        Versions.Add(OnnxPeer<double>.Version);
        if (Own(NumpyPeer.Start()) is { } numpy)
            AddNumpy(numpy);
        else
            Missing.Add("NumPy: no python3 with numpy was found (set PYTHON to one)");
        AddTorch();
        if (Environment.ProcessorCount > 1)
            Contenders.Add(Own(new CacheLine()).Contender);
        else
            Missing.Add("two threads: this process may use one processor only");
    }

    /// <summary>What is timed.</summary>
    public List<Contender> Contenders { get; } = [];

    /// <summary>Libraries and their versions.</summary>
    public List<string> Versions { get; } = [];

    /// <summary>What is not timed, and why.</summary>
    public List<string> Missing { get; } = [];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var owned in _owned)
            owned.Dispose();
    }

    private void Add<T>(string dtype)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Contenders.AddRange(FmaPeak.Contenders<T>(dtype));
        AddGemm<T>(Names.Gemm(dtype), $"gemm/{dtype}");
        foreach (int width in new[] { 512, 1024 })
            AddGemm<T>(Names.Wide(width, dtype), $"wide/{width}-{dtype}");
        foreach (string activation in RowTable.Activations)
        {
            string id = $"standard-{activation}/{dtype}";
            AddForward<T>(id);
            AddParts<T>(id);
            AddRun<T>(Names.Run(activation, dtype, 1), id, 1);
            if (Environment.ProcessorCount > 1)
                AddRun<T>(Names.Run(activation, dtype, 2), id, 2);
        }

        foreach (int threads in Environment.ProcessorCount > 1 ? new[] { 1, 2 } : [1])
        {
            AddBackward<T>(100, dtype, threads, RowTable.Activations);
            AddBackward<T>(512, dtype, threads, ["tanh"]);
        }

        AddForward<T>($"single/{dtype}");
        var network = Network<T>.Open($"standard-sigmoid/{dtype}");
        var minimal = Own(new MinimalRun<T>(network));
        Agreement.Check(network, minimal);
        Contenders.Add(Contender.Of(Names.Minimal(dtype), minimal.Run));
    }

    /// <summary>The way back, and the forward pass of the network without activations, whose products are the unit.</summary>
    private void AddBackward<T>(int width, string dtype, int threads, string[] activations)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var products = Own(Network<T>.Open($"products/{width}-{dtype}", threads));
        Contenders.Add(Contender.Of(Names.Products(width, dtype, threads), products.Forward));
        foreach (string activation in activations)
        {
            var network = Own(Network<T>.Open($"way-back/{activation}-{width}-{dtype}", threads));
            network.Run();
            Contenders.Add(
                Contender.Of(Names.Backward(activation, width, dtype, threads), () => Again(network.Backward, 1000 / width), 1000 / width));
        }
    }

    // Tensors of 18 MB come from memory after another contender's turn, but from the cache in a run, where Forward comes before.
    private static void Again(Action operation, int times)
    {
        for (int i = 0; i < times; i++)
            operation();
    }

    private void AddGemm<T>(string name, string id)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = Own(Network<T>.Open(id));
        Contenders.Add(Contender.Of(name, network.Forward, network.Flops));
    }

    private void AddParts<T>(string id)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = Own(Network<T>.Open(id));
        network.Run();
        Contenders.Add(Contender.Of(Names.Draw(id), network.Draw));
        Contenders.Add(Contender.Of(Names.Observe(id), network.Observe));
    }

    private void AddRun<T>(string name, string id, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Contenders.Add(Contender.Of(name, Own(Network<T>.Open(id, threads)).Run));

    private void AddForward<T>(string id)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = Own(Network<T>.Open(id));
        var onnx = Own(OnnxPeer<T>.For(network));
        Agreement.Check(network, onnx);
        Contenders.Add(Contender.Of(Names.Forward(id), network.Forward));
        Contenders.Add(Contender.Of(Names.Onnx(id), onnx.Run));
    }

    private void AddNumpy(NumpyPeer numpy)
    {
        Versions.Add(numpy.Version);
        if (!numpy.HasFastBlas)
            Missing.Add("a fast BLAS: this NumPy multiplies on another, many times slower (install libopenblas0, or set PYTHON)");
        foreach (string activation in RowTable.Activations)
        {
            Agreement.Check(numpy, activation);
            Contenders.Add(numpy.Script(activation));
            foreach (string dtype in RowTable.Dtypes)
                Contenders.Add(numpy.Tuned(activation, dtype));
        }
    }

    private void AddTorch()
    {
#if TORCHSHARP
        if (TorchPeer.Load(out string version, out string problem))
        {
            Versions.Add(version);
            Contenders.AddRange(TorchPeer.Contenders());
            return;
        }

        Missing.Add($"TorchSharp: {problem}");
#else
        Missing.Add("TorchSharp: build with -p:WithTorchSharp=true");
#endif
    }

    private TOwned Own<TOwned>(TOwned owned)
    {
        if (owned is IDisposable disposable)
            _owned.Add(disposable);
        return owned;
    }
}
