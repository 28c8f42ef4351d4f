using FanIn.Runtime.Data;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Training;

namespace FanIn.Runtime.Tests.Training;

/// <summary>
/// Six steps of each optimizer against NumPy: four samples of three features in one batch, 3 → 4 tanh with bias → 2; inputs cos(1 … 15),
/// the weights sin(1 … 12) / 2 and sin(3 · (1 … 8)) / 2, the bias sin(2 · (1 … 4)) / 10, labels 0 1 1 0 (1 held out).
/// </summary>
public sealed class OptimizerTests
{
    private const double Tolerance = 1e-12;

    private static readonly Recipe Four = new()
    {
        Features = 3,
        Units = 4,
        Classes = 2,
        Batch = 4,
        Steps = 6,
        ObservedSteps = [6],
        Data = Cosines,
    };

    /// <summary>The samples at the places from which the split takes them one after the other.</summary>
    private static LabelledData Cosines(ulong seed)
    {
        var (order, uniforms, values, labels) = (new int[5], new double[5], new double[15], new int[5]);
        DrawSource.Create(RandomStream.Philox, seed).Uniforms(TensorKey.Of("data/split"), 0, uniforms);
        Shuffle.Fill(order, uniforms);
        for (var sample = 0; sample < order.Length; sample++)
        {
            labels[order[sample]] = sample is 1 or 2 ? 1 : 0;
            for (var i = 0; i < 3; i++)
                values[(order[sample] * 3) + i] = Math.Cos((sample * 3) + i + 1);
        }

        return new("cosines", 3, 2, values, labels);
    }

    [Fact]
    public void Sgd_is_NumPys() => Check(
        new Sgd(0.5), Four,
        [0.7385624884759951, 0.7176272613888789, 0.7061198005089945, 0.6986594961095752, 0.693065156278749, 0.6883507617892877],
        (0.2395543906040477, 0.0692583767752247, -0.4809313464639149));

    [Fact]
    public void Momentum_is_NumPys() => Check(
        new Momentum(0.1, 0.9), Four,
        [0.7385624884759951, 0.7338180605203961, 0.7258026314185843, 0.7163727864877976, 0.7072007084389594, 0.69939972958927],
        (0.2786120953354487, 0.0811205371309009, -0.46514513563880194));

    [Fact]
    public void Adam_is_NumPys() => Check(
        new Adam(0.05, 0.9, 0.999, 1e-8), Four,
        [0.7385624884759951, 0.7073140090422826, 0.6927239031379704, 0.6858033044394429, 0.6791575592916352, 0.6692577159797641],
        (0.028821533615436365, 0.04785269145537055, -0.6078459436295041));

    [Fact]
    public void The_squared_error_is_NumPys() => Check(
        new Sgd(0.5), Four with { Loss = LossFunction.MeanSquaredError },
        [0.5782656926715849, 0.515030971599695, 0.5005735906387564, 0.4903621500323967, 0.47860342608116946, 0.46279795069604884],
        (0.25700757046775446, 0.12330566196593176, -0.40070922916804613));

    private static void Check<TOptimizer>(TOptimizer optimizer, Recipe recipe, double[] losses, (double W, double B, double V) last)
        where TOptimizer : struct, IOptimizer
    {
        using var net = new TrainedNet<double, TOptimizer>(recipe, optimizer);
        net.Draw();
        net.Hidden.Weights.CopyFrom([.. Enumerable.Range(1, 12).Select(i => Math.Sin(i) / 2)]);
        net.Hidden.Bias.CopyFrom([.. Enumerable.Range(1, 4).Select(i => Math.Sin(2.0 * i) * 0.1)]);
        net.Output.Weights.CopyFrom([.. Enumerable.Range(1, 8).Select(i => Math.Sin(3.0 * i) / 2)]);
        net.Train();
        net.Observe();

        Assert.Equal(losses.Length, net.ToResult().Training!.Losses.Length);
        Assert.All(losses.Zip(net.ToResult().Training!.Losses), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
        Assert.Equal(last.W, net.Hidden.Weights[1, 2], Tolerance);
        Assert.Equal(last.B, net.Hidden.Bias[0, 3], Tolerance);
        Assert.Equal(last.V, net.Output.Weights[3, 1], Tolerance);
    }
}
