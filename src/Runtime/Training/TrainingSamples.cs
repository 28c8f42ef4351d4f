using System.Numerics;
using FanIn.Runtime.Data;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Training;

/// <summary>The samples in the dtype of the network, cut in two: the last fifth (rounded down) is held out, the rest trained on.</summary>
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
    public TrainingSamples(LabelledData data, ExperimentDefinition experiment)
    {
        Require(data, experiment);
        (_features, _units) = (data.Features, experiment.Layers[^1].FanOut);
        _values = new T[data.Values.Length];
        for (var i = 0; i < _values.Length; i++)
            _values[i] = T.CreateTruncating(data.Values[i]);
        _labels = data.Labels.ToArray();
        _rows = new T[experiment.Batch * _features];
        _targetRows = new T[experiment.Batch * _units];
        (HeldOut, Trained) = (data.Samples / 5, data.Samples - (data.Samples / 5));
    }

    /// <summary>Samples that are trained on, the first of all.</summary>
    public int Trained { get; }

    /// <summary>Samples that are held out, the last of all.</summary>
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

    private static void Require(LabelledData data, ExperimentDefinition experiment)
    {
        if (data.Features != experiment.Features)
            throw new DataException($"{data.Name} has {data.Features} features a sample; {experiment.Id} says {experiment.Features}.");
        if (data.Classes > experiment.Layers[^1].FanOut)
            throw new DataException(
                $"{data.Name} has {data.Classes} classes; the last layer of {experiment.Id} has {experiment.Layers[^1].FanOut} units.");
        if (data.Samples < 5)
            throw new DataException($"{data.Name} has {data.Samples} samples; training needs at least 5, of which the last fifth is held out.");
        if (data.Samples - (data.Samples / 5) < experiment.Batch)
            throw new DataException(
                $"{data.Name} has {data.Samples - (data.Samples / 5)} samples to train on; {experiment.Id} wants a batch of {experiment.Batch}.");
    }
}
