using FanIn.Runtime.Activations;
using FanIn.Runtime.Data;
using FanIn.Runtime.Results;
using FanIn.Runtime.Training;

namespace FanIn.Runtime.Tests.Training;

/// <summary>
/// What theory says of networks on data before their training, against 24 networks of four hidden layers of 100 each: a band that is marked
/// beyond four deviations must hold for data as it does for independent inputs.
/// </summary>
public class DataPredictionTests
{
    private const int Seeds = 24;

    private static readonly PredictedStatistic[] Statistics =
        [.. PredictedStatistic.OfSignal, .. PredictedStatistic.OfGradients.Select(row => row.Statistic)];

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0.01, 0)]
    [InlineData(1, 0.1)]
    public void Relu_on_digits(double sigmaW2, double sigmaB2) => Holds<Relu>(sigmaW2, sigmaB2, Digits);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0.05)]
    [InlineData(100, 0)]
    public void Tanh_on_digits(double sigmaW2, double sigmaB2) => Holds<Tanh>(sigmaW2, sigmaB2, Digits);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(100, 0)]
    public void Sigmoid_on_digits(double sigmaW2, double sigmaB2) => Holds<Sigmoid>(sigmaW2, sigmaB2, Digits);

    [Fact]
    public void Gelu_on_digits_with_the_squared_error() => Holds<Gelu>(2, 0, Digits, LossFunction.MeanSquaredError);

    [Theory]
    [InlineData(3, 20, 2)]
    [InlineData(10, 64, 20)]
    [InlineData(2, 20, 10)]
    public void Clouds(int classes, int features, double separation)
    {
        LabelledData Draw(ulong seed) => new GaussianMixture(classes, features, 1000, separation).Draw(seed);
        Holds<Relu>(2, 0, Draw);
        Holds<Tanh>(2, 0.05, Draw);
        Holds<Sigmoid>(1, 0, Draw);
    }

    /// <summary>
    /// Distances come in standard deviations: their mean square is about 1, hardly any is beyond three, next to none beyond the four at
    /// which results mark them. The statistics of a network go together, so that a single odd one counts several times.
    /// </summary>
    private static void Holds<TActivation>(double sigmaW2, double sigmaB2, Func<ulong, LabelledData> data, LossFunction loss = default)
        where TActivation : struct, IActivation
    {
        var distances = Enumerable.Range(1, Seeds).SelectMany(seed =>
        {
            using var net = new DeepNet<TActivation>((ulong)seed, hidden: 4, sigmaW2, sigmaB2, data((ulong)seed), loss: loss);
            var start = net.Run().Untrained!;
            return start.Layers.SelectMany(
                layer => Statistics.Select(statistic => statistic.Distance(start.Prediction!.Find(layer.Name), layer)));
        }).OfType<double>().ToArray();

        Assert.InRange(distances.Length, Seeds * 20, Seeds * 40);
        Assert.InRange(Math.Sqrt(distances.Average(distance => distance * distance)), 0.7, 1.3);
        Assert.InRange(distances.Count(distance => Math.Abs(distance) > 3) / (double)distances.Length, 0, 0.015);
        Assert.InRange(
            distances.Count(distance => Math.Abs(distance) > PredictedStatistic.MarkedDistance) / (double)distances.Length, 0, 0.005);
    }

    private static LabelledData Digits(ulong seed) => OpticalDigits.All;
}
