using System.Numerics;
using FanIn.Runtime.Data;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Training;

/// <summary>
/// The samples in the dtype of the network, shuffled once (philox tensor <c>data/split</c>) and cut in two: the last of them are held out,
/// the rest trained on.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal sealed class TrainingSamples<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _values;
    private readonly int[] _labels;
    private readonly T[] _rows;
    private readonly T[] _targetRows;
    private readonly int _features;
    private readonly int _units;

    /// <summary>Takes the samples.</summary>
    /// <exception cref="DataException">They do not fit the experiment.</exception>
    public TrainingSamples(LabelledData data, ExperimentDefinition experiment, Seed seed)
    {
        HeldOut = (int)(experiment.Training!.HeldOut * data.Samples);
        Trained = data.Samples - HeldOut;
        Require(data, experiment);
        (_features, _units) = (data.Features, experiment.Layers[^1].FanOut);
        var order = Split(data.Samples, seed);
        _values = new T[data.Values.Length];
        _labels = new int[data.Samples];
        for (var sample = 0; sample < order.Length; sample++)
        {
            _labels[sample] = data.Labels[order[sample]];
            var values = data.Sample(order[sample]);
            for (var i = 0; i < values.Length; i++)
                _values[(sample * _features) + i] = T.CreateTruncating(values[i]);
        }

        _rows = new T[experiment.Batch * _features];
        _targetRows = new T[experiment.Batch * _units];
    }

    /// <summary>How many are trained on: the numbers from 0.</summary>
    public int Trained { get; }

    /// <summary>How many are held out: the numbers after those.</summary>
    public int HeldOut { get; }

    /// <summary>A sample's class.</summary>
    public int Label(int sample) => _labels[sample];

    /// <summary>Puts samples and their targets into the rows of a batch.</summary>
    public void Load(ReadOnlySpan<int> samples, BlockedMatrix<T> input, BlockedMatrix<T> targets)
    {
        _targetRows.AsSpan().Clear();
        for (var row = 0; row < samples.Length; row++)
        {
            _values.AsSpan(samples[row] * _features, _features).CopyTo(_rows.AsSpan(row * _features));
            _targetRows[(row * _units) + _labels[samples[row]]] = T.One;
        }

        input.SetRows(0, _rows);
        targets.SetRows(0, _targetRows);
    }

    private static int[] Split(int samples, Seed seed)
    {
        var (order, uniforms) = (new int[samples], new double[samples]);
        DrawSource.Create(RandomStream.Philox, seed.ForPhilox).Uniforms(TensorKey.Of("data/split"), 0, uniforms);
        Shuffle.Fill(order, uniforms);
        return order;
    }

    private void Require(LabelledData data, ExperimentDefinition experiment)
    {
        var (samples, labels) = (data.Files?.Samples ?? data.Name, data.Files?.Labels ?? data.Name);
        if (data.Features != experiment.Features)
            throw new DataException($"{samples} has {data.Features} features a sample; {experiment.Id} says {experiment.Features}.");
        if (data.Classes > experiment.Layers[^1].FanOut)
            throw new DataException(
                $"{labels} has {data.Classes} classes; the last layer of {experiment.Id} has {experiment.Layers[^1].FanOut} units.");
        if (HeldOut < 1)
            throw new DataException(
                $"{samples} has {data.Samples} samples, and none of them is "
                + $"held out by held_out: {MessageNumber.Of(experiment.Training!.HeldOut)}.");
        if (Trained < experiment.Batch)
            throw new DataException(
                $"{samples} has {Trained} samples to train on, {HeldOut} "
                + $"being held out; {experiment.Id} wants a batch of {experiment.Batch}.");
    }
}
