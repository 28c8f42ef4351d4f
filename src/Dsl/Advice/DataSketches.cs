using FanIn.Dsl.Model;
using FanIn.Theory.Networks;

namespace FanIn.Dsl.Advice;

/// <summary>
/// The moments of a training's data, as far as they are known before it runs: with the deviations of what is drawn then, batch and centres.
/// </summary>
internal static class DataSketches
{
    /// <summary>What enters the network; null for files, which a build does not read.</summary>
    public static InputSketch? Of(DataSet data, int batch) => data switch
    {
        OpticalDigitsData digits => Digits(digits.Features, batch),
        GaussianMixtureData mixture => Mixture(mixture, batch),
        _ => null,
    };

    /// <summary>The digits that FanIn carries, all 1797 of them; a test holds the numbers against the file.</summary>
    private static InputSketch Digits(int features, int batch)
    {
        const double mean = 0.30526028624095713;
        const double variance = 0.1414130172103799;
        var moments = new DataMoments(Cosine: 0.687236762, Spread: 0.200735277, Directions: 0.075315728, SizeSpread: 0.022631628);
        double second = mean * mean + variance;
        return InputSketch.OfData(features, mean, variance, moments with
        {
            SecondNoise = moments.SizeSpread * Square(second) / batch * Math.Max(1 - (double)batch / OpticalDigitsData.Samples, 0),
        });
    }

    /// <summary>
    /// Samples s c + g of n features, s² = separation²/2n, with standard normal centres c, one of C for each class, and noise g: E x² = 1 +
    /// s².
    /// Two samples are of one class with probability P; then K has the mean s² and the variance (1 + 2s² + 2s⁴)/n, otherwise 0 and (1 +
    /// s²)²/n.
    /// A sample's q has the variance (2 + 4s²)/n in its class, and 2s⁴/n from class to class.
    /// </summary>
    private static InputSketch Mixture(GaussianMixtureData data, int batch)
    {
        double n = data.Features, s2 = Square(data.Separation.Value) / (2 * n), s4 = s2 * s2, q = 1 + s2;
        double same = SameClass(data.Samples, data.Classes);
        double distance = q - s2 * same;
        double products = same * (s4 * (1 + 2 / n) + (1 + 2 * s2) / n) + (1 - same) * q * q / n - s4 * same * same * (1 + 2 / n);
        double rows = q * (s2 / data.Classes + 1.0 / data.Samples) / n;
        double sizes = (2 + 4 * s2 + 2 * s4 * (1 - 1.0 / data.Classes)) / n;
        var moments = new DataMoments(
            s2 * same / q, products / Square(distance), Math.Max(products - 2 * rows, 0) / Square(distance), sizes / (q * q))
        {
            SecondNoise = sizes / batch + 2 * s4 / (n * data.Classes),
        };
        return InputSketch.OfData(data.Features, 0, q, moments);
    }

    /// <summary>P that two samples are of one class, when samples take the classes in turn.</summary>
    private static double SameClass(int samples, int classes)
    {
        double least = samples / classes, larger = samples % classes;
        return ((classes - larger) * least * (least - 1) + larger * (least + 1) * least) / ((double)samples * (samples - 1));
    }

    private static double Square(double x) => x * x;
}
