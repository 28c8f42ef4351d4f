using System.Globalization;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Rendering;

/// <summary>How a training went: the loss as a line of blocks, then what was measured after chosen numbers of steps.</summary>
internal static class TrainingReport
{
    private const int CurveWidth = 40;

    /// <summary>Prints it; nothing where there is none.</summary>
    public static void Print(StyledWriter writer, ExperimentResult result)
    {
        if (result.Training is not { } training || result.Definition.Training is not { } definition)
            return;
        PrintSetup(writer, definition, $"training on {Text(training.Samples)} samples, {Text(training.HeldOut)} held out");
        writer.Write($"  loss {ShortNumber.Of(training.Losses[0])} ")
            .Write(Sparkline.Curve(training.Losses, CurveWidth), Look.Shape)
            .WriteLine($" {ShortNumber.Of(training.Losses[^1])} (batch by batch)");
        writer.WriteLine($"  {"step",7}{"loss",11}{"held-out loss",15}{"accuracy",10}", Look.Aside);
        foreach (var checkpoint in training.Checkpoints)
            writer.WriteLine(
                $"  {Text(checkpoint.Step),7}{ShortNumber.Of(checkpoint.Loss),11}{ShortNumber.Of(checkpoint.HeldOutLoss),15}"
                + $"{ShortNumber.Percent(checkpoint.Accuracy),10}");
    }

    /// <summary>Says which state of the network the tables below are of; nothing where there is but one.</summary>
    public static void PrintState(StyledWriter writer, ExperimentResult result, bool isTrained)
    {
        if (!isTrained)
            writer.WriteLine("  before the first step", Look.Aside);
        else if (result.Training is { } training)
            writer.WriteLine($"  after {Phrases.Count(training.Checkpoints[^1].Step, "step")}", Look.Aside);
    }

    /// <summary>What the trainings of an ensemble reached; nothing where there are none.</summary>
    public static void Print(StyledWriter writer, EnsembleResult ensemble)
    {
        if (ensemble.Training.IsEmpty || ensemble.Definition.Training is not { } definition)
            return;
        PrintSetup(writer, definition, "training");
        foreach (var (name, value) in ensemble.Training)
        {
            double unit = name == "accuracy" ? 100 : 1;
            string label = name.Replace("held_out_", "held-out ", StringComparison.Ordinal);
            writer.WriteLine($"  {label,-14}{PlusMinus.Of(unit * value.Mean, unit * value.Sd)}");
        }

        writer.WriteLine($"  after {Text(definition.Steps)} steps", Look.Aside);
    }

    private static void PrintSetup(StyledWriter writer, TrainingDefinition definition, string samples)
    {
        string[] parts =
        [
            samples,
            $"{Phrases.Count(definition.Steps, "step")} of {definition.Optimizer}",
            $"learning rate {definition.LearningRate}",
            definition.Loss,
        ];
        foreach (string line in TextLayout.Join(parts, " · ", TextLayout.ReportWidth - 2))
            writer.WriteLine($"  {line}", Look.Aside);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
