using FanIn.Runtime.Layers;

namespace FanIn.Experiments.Tests;

/// <summary>
/// The backward pass against its definition: central differences of L = Σ upstream · z of the last layer, through five layers, in a weight
/// of each.
/// </summary>
public class GradientTests
{
    private const double Step = 1e-5;

    [Fact]
    public void Tanh_passes_central_differences()
    {
        using var experiment = new Gradients.TanhHe();
        experiment.Draw();
        Check(experiment.Forward, experiment.Backward, experiment.Upstream, experiment.Hidden5.Activations, [
            (experiment.Hidden1.Weights, experiment.Hidden1.WeightGradients),
            (experiment.Hidden3.Weights, experiment.Hidden3.WeightGradients),
            (experiment.Hidden5.Weights, experiment.Hidden5.WeightGradients),
        ]);
    }

    [Fact]
    public void Sigmoid_passes_central_differences()
    {
        using var experiment = new Gradients.SigmoidStd1();
        experiment.Draw();
        Check(experiment.Forward, experiment.Backward, experiment.Upstream, experiment.Hidden5.Activations, [
            (experiment.Hidden1.Weights, experiment.Hidden1.WeightGradients),
            (experiment.Hidden4.Weights, experiment.Hidden4.WeightGradients),
        ]);
    }

    [Fact]
    public void The_upstream_gradient_scales_all_others()
    {
        using var experiment = new Gradients.ReluHe();
        experiment.Draw();
        experiment.Forward();
        experiment.Backward();
        double before = experiment.Hidden1.WeightGradients[7, 9];
        var upstream = Copy(experiment.Upstream);
        experiment.Upstream.CopyFrom(Array.ConvertAll(upstream, value => 4 * value));
        experiment.Backward();

        Assert.NotEqual(0, before);
        Assert.Equal(4 * before, experiment.Hidden1.WeightGradients[7, 9]);
    }

    private static void Check(
        Action forward, Action backward, InputLayer<double> upstream, BlockedMatrix<double> output,
        (Parameter<double> Weights, ParameterGradient<double> Gradients)[] layers)
    {
        forward();
        backward();
        foreach (var (weights, gradients) in layers)
        {
            var w = new double[weights.Rows * weights.Columns];
            weights.CopyTo(w);
            foreach (int element in (int[])[0, 4217, w.Length - 1])
            {
                double expected = (Loss(element, Step) - Loss(element, -Step)) / (2 * Step);
                Assert.Equal(expected, gradients[element / weights.Columns, element % weights.Columns], 1e-5 * (1 + Math.Abs(expected)));
            }

            weights.CopyFrom(w);

            double Loss(int element, double change)
            {
                var changed = (double[])w.Clone();
                changed[element] += change;
                weights.CopyFrom(changed);
                forward();
                var z = new double[output.Rows * output.Units];
                output.CopyTo(z);
                return z.Zip(Copy(upstream), (value, slope) => value * slope).Sum();
            }
        }
    }

    private static double[] Copy(InputLayer<double> tensor)
    {
        var values = new double[tensor.Rows * tensor.Features];
        tensor.CopyTo(values);
        return values;
    }
}
