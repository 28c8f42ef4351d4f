using FanIn.Runtime.Numerics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Data;

/// <summary>
/// Samples around one random centre a class: x = separation · c / √(2 · features) + g, with standard normal c and g, so that two centres
/// are about <c>separation</c> apart in units of the noise g. Samples take the classes in turn.
/// Drawn from philox whatever the experiment's stream is: paths <c>data/centres</c> and <c>data/noise</c>.
/// </summary>
/// <param name="Classes">Number of classes, at least 2.</param>
/// <param name="Features">Numbers of a sample, at least 1.</param>
/// <param name="Samples">Number of samples, at least 1.</param>
/// <param name="Separation">Root mean square distance of two centres, in standard deviations of the noise.</param>
public sealed record GaussianMixture(int Classes, int Features, int Samples, double Separation)
{
    /// <summary>The name in the language.</summary>
    public const string Name = "gaussian_mixture";

    /// <summary>Draws the samples.</summary>
    /// <param name="seed">Where the stream starts.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below its least.</exception>
    public LabelledData Draw(ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Samples, 1);
        var source = DrawSource.Create(RandomStream.Philox, seed);
        var centres = new double[checked(Classes * Features)];
        var values = new double[checked(Samples * Features)];
        source.Normals(TensorKey.Of("data/centres"), 0, centres);
        source.Normals(TensorKey.Of("data/noise"), 0, values);
        var scale = Separation / Formula.Sqrt(2.0 * Features);
        var labels = new int[Samples];
        for (var sample = 0; sample < Samples; sample++)
        {
            labels[sample] = sample % Classes;
            var centre = centres.AsSpan(labels[sample] * Features, Features);
            var row = values.AsSpan(sample * Features, Features);
            for (var i = 0; i < row.Length; i++)
                row[i] = (centre[i] * scale) + row[i];
        }

        return new(Name, Features, Classes, values, labels);
    }
}
