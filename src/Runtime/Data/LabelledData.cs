using FanIn.Theory.Networks;

namespace FanIn.Runtime.Data;

/// <summary>Samples with the class of each: what a network is trained on. Immutable.</summary>
public sealed class LabelledData
{
    private readonly double[] _values;
    private readonly int[] _labels;

    /// <summary>Takes the samples over.</summary>
    /// <param name="name">What they are, for headings: <c>optical_digits</c>.</param>
    /// <param name="features">Numbers of a sample.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="values">Samples × features, row-major.</param>
    /// <param name="labels">A class from 0 for each sample.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is no class.</exception>
    public LabelledData(string name, int features, int classes, double[] values, int[] labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (values.LongLength != (long)features * labels.Length)
            throw new ArgumentException(
                $"{labels.Length} labels and {features} features do not make {values.Length} values.", nameof(values));
        if (labels.Any(label => label < 0 || label >= classes))
            throw new ArgumentException($"A label must be from 0 to {classes - 1}.", nameof(labels));
        (Name, Features, Classes, _values, _labels) = (name, features, classes, values, labels);
    }

    /// <summary>What they are.</summary>
    public string Name { get; }

    /// <summary>The files that they were read from, as the user names them; null for none.</summary>
    public DataFiles? Files { get; init; }

    /// <summary>Number of samples.</summary>
    public int Samples => _labels.Length;

    /// <summary>Numbers of a sample.</summary>
    public int Features { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Samples × features, row-major.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The class of each sample, from 0.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>What theory needs of the samples: docs/theory.md, Data. Computed with each call.</summary>
    public InputSketch Moments() => SampleMoments.Of(_values, Features);

    /// <summary>One sample's features.</summary>
    public ReadOnlySpan<double> Sample(int sample) => _values.AsSpan(sample * Features, Features);
}

/// <summary>A pair of files.</summary>
/// <param name="Samples">The one with the samples.</param>
/// <param name="Labels">The one with their classes.</param>
public sealed record DataFiles(string Samples, string Labels);
