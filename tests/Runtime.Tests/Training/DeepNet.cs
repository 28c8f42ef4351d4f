using FanIn.Runtime.Activations;
using FanIn.Runtime.Data;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Training;

namespace FanIn.Runtime.Tests.Training;

/// <summary>Hidden layers of one activation and a linear output, which are observed before a single step of training.</summary>
public sealed class DeepNet<TActivation> : Experiment<double>
    where TActivation : struct, IActivation
{
    private readonly DenseLayer<double, TActivation>[] _hidden;
    private readonly DenseLayer<double, Identity> _output;
    private readonly Trainer<double, Sgd> _trainer;
    private readonly double _sigmaW2;
    private readonly double _sigmaB2;

    /// <summary>A network of hidden layers of 100.</summary>
    public DeepNet(ulong seed, int hidden, double sigmaW2, double sigmaB2, LabelledData data, int batch = 128, LossFunction loss = default)
        : base(DefinitionOf(hidden, sigmaB2 > 0, data, batch), seed, RandomStream.Philox, threads: 1)
    {
        (_sigmaW2, _sigmaB2) = (sigmaW2, sigmaB2);
        _hidden = [.. Enumerable.Range(0, hidden).Select(_ => AddDense(new TActivation()))];
        _output = AddDense(new Identity());
        _trainer = AddTrainer<Sgd>(loss, _ => data);
    }

    public override void Draw()
    {
        RestartStream();
        foreach (var layer in _hidden)
        {
            layer.Weights.DrawNormal(0, Math.Sqrt(_sigmaW2 / layer.Weights.Rows));
            if (_sigmaB2 > 0)
                layer.Bias.DrawNormal(0, Math.Sqrt(_sigmaB2));
        }

        _output.Weights.DrawNormal(0, Math.Sqrt(1.0 / _output.Weights.Rows));
        _trainer.Begin(new Sgd(0.01));
    }

    public override void Forward() => ForEachBlock();

    public override void Backward()
    {
        _trainer.ComputeLoss();
        BackwardThrough(_output);
        foreach (var layer in _hidden.Reverse())
            BackwardThrough(layer);
    }

    public override void Observe()
    {
        foreach (var layer in _hidden)
            layer.Observe();
        _output.Observe();
        ObserveInputGradients();
    }

    protected override void ForwardBlock(int block)
    {
        foreach (var layer in _hidden)
            layer.Forward(block);
        _output.Forward(block);
    }

    private static ExperimentDefinition DefinitionOf(int hidden, bool hasBias, LabelledData data, int batch) => new()
    {
        Id = "deep",
        Name = "deep",
        SourcePath = "deep.yaml",
        SourceHash = new('0', 64),
        Seed = 0,
        Stream = RandomStream.Philox,
        Dtype = "float64",
        Batch = batch,
        Features = data.Features,
        Input = data.Name,
        Layers =
        [
            .. Enumerable.Range(1, hidden).Select(i => new LayerDefinition(
                $"hidden{i}", $"hidden/{i}", i == 1 ? data.Features
                    : 100, 100, "normal", hasBias ? "normal" : null, typeof(TActivation).Name)),
            new("output", "output/1", 100, data.Classes, "normal", null, "identity"),
        ],
        Activations = new(30, null),
        PreActivations = new(30, null),
        Gradients = new(30, null),
        WeightGradients = new(30, null),
        Expectations = [],
        Training = new(data.Name, 1, "softmax_cross_entropy", "sgd", "0.01") { ObservedSteps = [0, 1] },
    };
}
