using System.Numerics;
using System.Reflection;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Training;

namespace FanIn.Benchmarks.Networks;

/// <summary>A generated experiment, found by its id, with what peers need of it: the numbers that it computes with.</summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class Network<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Experiment<T> _experiment;
    private readonly object[] _layers;
    private readonly Trainer<T>? _trainer;

    private Network(Experiment<T> experiment)
    {
        _experiment = experiment;
        _layers = [.. experiment.GetType().GetProperties()
            .Where(property => property.PropertyType.Name.StartsWith("DenseLayer", StringComparison.Ordinal))
            .OrderBy(property => property.MetadataToken)
            .Select(property => property.GetValue(experiment)!)];
        _trainer = (Trainer<T>?)experiment.GetType().GetProperty("Trainer")?.GetValue(experiment);
        _experiment.Draw();
    }

    /// <summary>What the YAML file says.</summary>
    public ExperimentDefinition Definition => ((IExperiment)_experiment).Definition;

    /// <summary>Features, then the units of each layer.</summary>
    public int[] Widths => [Definition.Features, .. Definition.Layers.Select(layer => layer.FanOut)];

    /// <summary>Flops of a forward pass, activations aside.</summary>
    public double Flops => 2.0 * Definition.Batch
        * Definition.Layers.Where(layer => layer.Weights is not null).Sum(layer => (double)layer.FanIn * layer.FanOut);

    /// <summary>Activations of all layers.</summary>
    public double Elements => (double)Definition.Batch * Definition.Layers.Sum(layer => layer.FanOut);

    /// <summary>Makes the experiment and draws it.</summary>
    public static Network<T> Open(string id, int threads = 1, RandomStream stream = RandomStream.Philox)
    {
        var entry = ExperimentCatalog.All.Single(entry => entry.Definition.Id == id);
        return new((Experiment<T>)entry.Create(new(Stream: stream, Threads: threads)));
    }

    /// <summary>Input and weights alone.</summary>
    public void Draw() => _experiment.Draw();

    /// <summary>The forward pass alone.</summary>
    public void Forward() => _experiment.Forward();

    /// <summary>The backward pass alone, of what the last forward pass left.</summary>
    public void Backward() => _experiment.Backward();

    /// <summary>A step of training; after the last one it begins anew.</summary>
    public void MakeStep()
    {
        if (_trainer!.Step == Definition.Training!.Steps)
            Draw();
        _trainer.MakeStep();
    }

    /// <summary>The run without its observation.</summary>
    public void DrawForward()
    {
        Draw();
        Forward();
    }

    /// <summary>The observation alone.</summary>
    public void Observe() => _experiment.Observe();

    /// <summary>The standard run: draw, forward, observe.</summary>
    public void Run()
    {
        DrawForward();
        Observe();
    }

    /// <summary>The results of the last observation.</summary>
    public ExperimentResult Result() => _experiment.ToResult();

    /// <summary>x, row-major.</summary>
    public T[] Input()
    {
        var input = new T[_experiment.Input.Rows * _experiment.Input.Features];
        _experiment.Input.CopyTo(input);
        return input;
    }

    /// <summary>W of a layer (from 0), row-major.</summary>
    public T[] Weights(int layer)
    {
        var weights = Get<Parameter<T>>(layer, "Weights");
        var copy = new T[weights.Rows * weights.Columns];
        weights.CopyTo(copy);
        return copy;
    }

    /// <summary>z of the last layer, row-major.</summary>
    public T[] Output()
    {
        var output = Activations(_layers.Length - 1);
        var copy = new T[output.Rows * output.Units];
        output.CopyTo(copy);
        return copy;
    }

    /// <summary>z of a layer (from 0).</summary>
    public BlockedMatrix<T> Activations(int layer) => Get<BlockedMatrix<T>>(layer, "Activations");

    /// <inheritdoc/>
    public void Dispose() => _experiment.Dispose();

    private TValue Get<TValue>(int layer, string property) =>
        (TValue)_layers[layer].GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.GetValue(_layers[layer])!;
}
