using FanIn.Runtime.Results;

namespace FanIn.Runtime.Tests.Results;

/// <summary>Statistics by the names that YAML and JSON use.</summary>
public sealed class StatisticNamesTests
{
    [Theory]
    [InlineData("mean", 0.1)]
    [InlineData("std", 1e-7)]
    [InlineData("skew", double.NaN)]
    [InlineData("kurtosis", -1.2)]
    [InlineData("min", double.NegativeInfinity)]
    [InlineData("max", double.PositiveInfinity)]
    [InlineData("zero_fraction", 4 / 11.0)]
    [InlineData("below", 2)]
    [InlineData("above", 3)]
    [InlineData("nan", 1)]
    [InlineData("neg_inf", 1)]
    [InlineData("pos_inf", 2)]
    [InlineData("unit_share", 0.25)]
    [InlineData("input_share", 0.5)]
    [InlineData("residual_share", 0.25)]
    [InlineData("input_driven", 3e-13)]
    [InlineData("unit_mean_std", 0.125)]
    [InlineData("unit_std_mean", double.NaN)]
    [InlineData("sigma_w2", 1.25)]
    public void Activations_have(string name, double value) => Assert.Equal(value, Sample.Layer.Statistic("activations", name));

    [Fact]
    public void Diagnostics_are_read_by_name_or_the_message_says_what_to_write()
    {
        var layer = Sample.Layer with { Diagnostics = new() { LinearShare = 0.9, ZeroRows = 2 }, Chi = 0.5 };
        Assert.Equal(0.9, layer.Statistic("activations", "linear_share"));
        Assert.Equal(2, layer.Statistic("weights", "zero_rows"));
        Assert.Equal(0.5, layer.Statistic("activations", "chi"));
        Assert.Contains("'observe: [saturation]'", Message("dead"));
        Assert.Contains("'observe: [jacobian]'", Message("jacobian_mean"));
        Assert.Contains("'backward'", Assert.Throws<InvalidOperationException>(() => Sample.Layer.Statistic("activations", "chi")).Message);

        string Message(string name) => Assert.Throws<InvalidOperationException>(() => layer.Statistic("activations", name)).Message;
    }

    [Fact]
    public void Every_listed_name_can_be_read()
    {
        foreach (var name in (string[])[.. StatisticNames.OfTensor, .. StatisticNames.OfSplit, StatisticNames.SigmaW2])
            Sample.Layer.Statistic("activations", name);
        foreach (var name in (string[])[.. StatisticNames.OfTensor, StatisticNames.SigmaW2])
            Sample.Result["out"].Statistic("preactivations", name);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
    {
        var message = Assert.Throws<ArgumentException>(() => Sample.Layer.Statistic("activations", "sdt")).Message;
        Assert.Contains("'sdt'", message);
        Assert.Contains("std", message);
        Assert.Contains("unit_share", message);
        Assert.Throws<ArgumentException>(() => Sample.Result["out"].Statistic("preactivations", "unit_share"));
        Assert.Contains("preactivations", Assert.Throws<ArgumentException>(() => Sample.Layer.Statistic("activation", "std")).Message);
    }

    [Theory]
    [InlineData("activations", "sigma_w2", "norm is of kind layer_norm, which has no sigma_w2")]
    [InlineData("weights", "std", "norm is of kind layer_norm, which has no weights")]
    public void A_layer_without_weights_says_so(string tensor, string name, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidOperationException>(() => Sample.Norm.Statistic(tensor, name)).Message);

    [Fact]
    public void An_unobserved_tensor_says_what_to_write()
    {
        var message = Assert.Throws<InvalidOperationException>(() => Sample.Layer.Statistic("weights", "std")).Message;
        Assert.Contains("observe", message);
        Assert.Contains("hidden1", message);
    }
}
