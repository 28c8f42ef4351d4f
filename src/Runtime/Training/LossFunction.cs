namespace FanIn.Runtime.Training;

/// <summary>What is minimised: of a batch with outputs z and targets y, which are 1 at the sample's class and 0 elsewhere.</summary>
public enum LossFunction
{
    /// <summary>The mean over samples of log Σ exp(z) − z at the sample's class.</summary>
    SoftmaxCrossEntropy,

    /// <summary>The mean over samples and units of (z − y)².</summary>
    MeanSquaredError,
}
