using System.Globalization;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Tests.Experiments.Samples;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Expectations are compared with what was measured, ends included.</summary>
public sealed class ExpectationTests
{
    [Fact]
    public void Expectations_that_hold_give_no_failure_and_run_the_experiment_if_need_be()
    {
        using var experiment = new ActivationHistograms.TanhXavier();
        Assert.Empty(experiment.CheckExpectations());
        Assert.True(experiment.Hidden1.Activation.Std > 0);
    }

    [Fact]
    public void What_was_observed_last_is_checked()
    {
        using var experiment = new ActivationHistograms.TanhXavier();
        experiment.Draw();
        experiment.Hidden1.Weights.DrawConstant(0);
        experiment.Forward();
        experiment.Observe();
        var failure = Assert.Single(experiment.CheckExpectations());
        Assert.Equal((0.0, "hidden1"), (failure.Actual, failure.Expectation.Layer));
        Assert.Equal("activation-histograms/tanh-xavier hidden1 activations std = 0, expected 0.5 … 0.7", failure.Message);
    }

    [Theory]
    [InlineData("activations", "zero_fraction", 0.0, 0.0, true)]
    [InlineData("activations", "above", 1.0, double.PositiveInfinity, false)]
    [InlineData("activations", "input_driven", 0.9, 1.0, true)]
    [InlineData("activations", "sigma_w2", 0.5, 1.5, true)]
    [InlineData("preactivations", "std", 0.5, 1.5, true)]
    [InlineData("preactivations", "kurtosis", 5.0, double.PositiveInfinity, false)]
    [InlineData("weights", "mean", double.NegativeInfinity, -1.0, false)]
    [InlineData("weights", "max", 0.0, 1.0, true)]
    public void Every_tensor_and_statistic_can_be_expected(string tensor, string statistic, double min, double max, bool holds)
    {
        var plan = Observed() with { Expectations = [new("hidden1", tensor, statistic, min, max)] };
        using var experiment = new ReferenceExperiment<double>(plan);
        Assert.Equal(holds ? 0 : 1, experiment.CheckExpectations().Count);
    }

    [Fact]
    public void Ends_are_included()
    {
        using var probe = new ReferenceExperiment<double>(Observed());
        var std = probe.Run().Layers[0].Activations!.Std;
        using var exact = new ReferenceExperiment<double>(Expecting("std", std, std));
        Assert.Empty(exact.CheckExpectations());
        var above = Math.BitIncrement(std);
        using var next = new ReferenceExperiment<double>(Expecting("std", above, 9));
        Assert.Single(next.CheckExpectations());
    }

    [Fact]
    public void NaN_fails_every_expectation()
    {
        using var experiment = new ReferenceExperiment<double>(Expecting("skew", double.NegativeInfinity, double.PositiveInfinity));
        experiment.Draw();
        experiment.Layers[0].Weights.DrawConstant(0);
        experiment.Forward();
        experiment.Observe();
        Assert.Equal(double.NaN, Assert.Single(experiment.CheckExpectations()).Actual);
    }

    [Fact]
    public void Messages_do_not_depend_on_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("fi-FI");
        try
        {
            using var experiment = new ReferenceExperiment<double>(Observed() with
            {
                Expectations =
                [
                    new("hidden1", "activations", "std", 1.5, double.PositiveInfinity),
                    new("hidden1", "activations", "min", double.NegativeInfinity, -1.5),
                ],
            });
            var messages = experiment.CheckExpectations().Select(failure => failure.Message).ToArray();
            Assert.EndsWith("expected at least 1.5", messages[0]);
            Assert.EndsWith("expected at most -1.5", messages[1]);
            Assert.Contains("std = 0.", messages[0]);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(1e-300, 1e300, "1e-300 … 1e300")]
    [InlineData(double.NegativeInfinity, -1.25e20, "at most -1.25e20")]
    [InlineData(100000, double.PositiveInfinity, "at least 100000")]
    public void Numbers_are_written_as_a_file_writes_them(double min, double max, string expected)
    {
        using var experiment = new ReferenceExperiment<double>(Expecting("nan", min, max));
        Assert.EndsWith($" nan = 0, expected {expected}", Assert.Single(experiment.CheckExpectations()).Message);
    }

    [Theory]
    [InlineData("0.21310", "0.21310 within 0.3 %")]
    [InlineData("sqrt(0.04541)", "0.2131 within 0.3 %")]
    public void A_published_number_is_named_in_the_message(string printed, string expected)
    {
        using var experiment = new ReferenceExperiment<double>(Observed() with
        {
            Expectations = [new("hidden1", "activations", "nan", 0.2124, 0.2138) { Near = 0.2131, Printed = printed, Within = "0.3 %" }],
        });
        Assert.EndsWith($" nan = 0, expected {expected}", Assert.Single(experiment.CheckExpectations()).Message);
    }

    private static Plan Expecting(string statistic, double min, double max) =>
        Observed() with { Expectations = [new("hidden1", "activations", statistic, min, max)] };

    private static Plan Observed() => new()
    {
        Batch = 100,
        Widths = [20, 30],
        PreActivations = new(5, null),
        Weights = new(5, null),
    };
}
