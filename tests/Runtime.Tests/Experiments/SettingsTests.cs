using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Names, ranges, and what a result says of what was set. That the numbers arrive is shown with generated code.</summary>
public sealed class SettingsTests
{
    private static readonly ExperimentDefinition Definition = new()
    {
        Id = "knobs",
        Name = "knobs",
        SourcePath = "knobs.yaml",
        SourceHash = new('0', 64),
        Seed = 0,
        Stream = RandomStream.Philox,
        Dtype = "float64",
        Batch = 4,
        Features = 3,
        Input = "uniform",
        Layers =
        [
            new("hidden1", "hidden/1", 3, 2, "uniform { max: 2 }", null, "tanh"),
            new("hidden2", "hidden/2", 2, 2, "uniform { max: 2 }", null, "tanh"),
            new("hidden3", "hidden/3", 2, "rms_norm", "rms_norm"),
            new("out1", "out/1", 2, 2, "he_normal", "normal", "identity"),
            new("out2", "out/2", 2, 2, "normal", null, "identity"),
        ],
        Settings =
        [
            new("", "sigma", "1.0", Minimum: 0, Maximum: 2),
            new("input", "std", "1", Minimum: 0),
            new("hidden", "init.min", "-1"),
            new("hidden", "init.max", "sigma"),
            new("out1", "init.gain", "1", Minimum: 0),
            new("out1", "bias.std", "1", Minimum: 0),
            new("out2", "init.std", "1", Minimum: 0),
        ],
    };

    [Theory]
    [InlineData("sigma", "sigma")]
    [InlineData("input.std", "input.std")]
    [InlineData("hidden.init.min", "hidden1.init.min hidden2.init.min")]
    [InlineData("hidden2.init.min", "hidden2.init.min")]
    [InlineData("out1.init.gain", "out1.init.gain")]
    [InlineData("out.init.gain", "out1.init.gain")]
    [InlineData("out.init.std", "out2.init.std")]
    [InlineData("out.bias.std", "out1.bias.std")]
    [InlineData("hidden3.init.min", "")]
    [InlineData("init.min", "")]
    [InlineData("", "")]
    public void A_name_stands_for_the_layers_that_share_it(string name, string targets) =>
        Assert.Equal(targets, string.Join(' ', new ExperimentSettings(Definition).Find(name).Select(target => target.Name)));

    [Fact]
    public void A_target_knows_its_layer()
    {
        var targets = new ExperimentSettings(Definition).Find("hidden.init.max");

        Assert.Equal(Definition.Layers.Take(2), targets.Select(target => target.Layer));
        Assert.All(targets, target => Assert.Same(Definition.Settings[3], target.Definition));
    }

    [Fact]
    public void What_is_set_can_be_read_and_put_back()
    {
        var settings = new ExperimentSettings(Definition);
        Assert.True(settings.IsEmpty);
        Assert.Null(settings["hidden.init.min"]);

        settings["hidden.init.min"] = -3;
        settings["hidden2.init.min"] = -4;
        Assert.Equal((-3.0, -4.0, null), (settings["hidden1.init.min"], settings["hidden2.init.min"], settings["hidden.init.min"]));

        settings["hidden.init.min"] = null;
        Assert.True(settings.IsEmpty);
        settings["sigma"] = 2;
        settings["sigma"] = 1;
        settings.Clear();
        Assert.True(settings.IsEmpty);
    }

    [Theory]
    [InlineData("input.std", -1.0, "input.std must be at least 0, not -1.")]
    [InlineData("sigma", 2.5, "sigma must be from 0 to 2, not 2.5.")]
    [InlineData("hidden2.init.min", double.NaN, "hidden2.init.min must be finite, not NaN.")]
    [InlineData("sigma", double.PositiveInfinity, "sigma must be from 0 to 2, not Infinity.")]
    [InlineData("sgima", 1.0, "knobs has no number 'sgima' to set; it has sigma, input.std, hidden.init.min, hidden.init.max, "
        + "out1.init.gain, out1.bias.std, out2.init.std.")]
    public void What_can_t_be_is_refused_and_changes_nothing(string name, double value, string message)
    {
        var settings = new ExperimentSettings(Definition);

        Assert.Equal(message, Assert.Throws<SettingException>(() => settings[name] = value).Message);
        Assert.True(settings.IsEmpty);
    }

    [Theory]
    [InlineData("hidden.init.max", -2.0, "hidden1.init.min = -1 is above hidden1.init.max = -2.")]
    [InlineData("hidden2.init.max", -2.0, "hidden2.init.min = -1 is above hidden2.init.max = -2.")]
    public void The_ends_of_an_interval_must_go_together(string name, double value, string message)
    {
        var settings = new ExperimentSettings(Definition) { [name] = value };

        Assert.Equal(message, Assert.Throws<SettingException>(settings.Check).Message);
        settings["hidden.init.min"] = -3;
        settings.Check();
    }

    [Fact]
    public void A_result_says_what_was_set_when_it_was_drawn()
    {
        using var experiment = new Knobs();
        Assert.Empty(experiment.Run().Settings);

        foreach (var name in new[] { "out2.init.std", "hidden1.init.min", "hidden2.init.min", "sigma", "hidden2.init.max" })
            experiment.Settings[name] = 0.5;
        Assert.Empty(experiment.ToResult().Settings);
        var result = experiment.Run();
        experiment.Settings.Clear();

        Assert.Equal(
            "sigma = 0.5, hidden.init.min = 0.5, hidden2.init.max = 0.5, out2.init.std = 0.5",
            string.Join(", ", experiment.ToResult().Settings));
        Assert.NotEqual(result, experiment.Run());
        Assert.Empty(experiment.ToResult().Settings);
    }

    private sealed class Knobs() : Experiment<double>(Definition, 0, RandomStream.Philox, 1)
    {
        public override void Draw() => RestartStream();

        public override void Forward()
        {
        }

        public override void Observe()
        {
        }
    }
}
