using FanIn.Runtime.Results;
using static FanIn.Testing.Text.SnapshotNumber;

namespace FanIn.Testing.Text;

/// <summary>What a snapshot's header says of a training: what it was, the loss of some batches, and what was measured on the way.</summary>
internal static class SnapshotTraining
{
    public static IEnumerable<SnapshotField> Fields(ExperimentResult result)
    {
        if (result.Training is not { } training || result.Definition.Training is not { } definition)
            yield break;
        yield return new(
            "training",
            $"{definition.Data} {Integer(training.Samples)} + "
            + $"{Integer(training.HeldOut)}, {definition.Loss}, {Integer(definition.Steps)} steps of "
            + $"{definition.Optimizer}, learning rate {definition.LearningRate}");
        yield return new(
            "losses", string.Join(' ', Steps(training.Losses.Length).Select(s => $"{Integer(s)}:{Statistic(training.Losses[s - 1])}")));
        foreach (var checkpoint in training.Checkpoints)
            yield return new(
                $"step-{Integer(checkpoint.Step)}",
                $"loss {Statistic(checkpoint.Loss)} held_out_loss "
                + $"{Statistic(checkpoint.HeldOutLoss)} accuracy {Statistic(checkpoint.Accuracy)}");
    }

    /// <summary>1, 2, 5, 10, 20, 50 … and the last.</summary>
    private static IEnumerable<int> Steps(int last)
    {
        for (long power = 1; power < last; power *= 10)
        {
            foreach (var step in (long[])[power, 2 * power, 5 * power])
            {
                if (step < last)
                    yield return (int)step;
            }
        }

        yield return last;
    }
}
