namespace FanIn.Runtime.Definitions;

/// <summary>A statistic of one layer, or of the training, must lie between two numbers, ends included.</summary>
/// <param name="Layer">The layer's name; empty for the training.</param>
/// <param name="Tensor"><c>activations</c>, <c>preactivations</c>, <c>weights</c> …; <see cref="Training"/>.</param>
/// <param name="Statistic">The name that the results use: <c>std</c>.</param>
/// <param name="Min">−∞ for no lower end.</param>
/// <param name="Max">+∞ for no upper end.</param>
public sealed record Expectation(string Layer, string Tensor, string Statistic, double Min, double Max)
{
    /// <summary>What stands for a tensor where the training is meant.</summary>
    public const string Training = "training";

    /// <summary><c>hidden1 activations std</c>, <c>training loss</c>.</summary>
    public string Subject => Layer.Length == 0 ? $"{Tensor} {Statistic}" : $"{Layer} {Tensor} {Statistic}";

    /// <summary>
    /// What it must lie around, where the file says <c>near</c> and <c>within</c>; the two numbers are the ends. Else null.
    /// </summary>
    public double? Near { get; init; }

    /// <summary>The same as the file has it, with all digits of a publication: <c>0.90</c>. Empty without <see cref="Near"/>.</summary>
    public string Printed { get; init; } = "";

    /// <summary>How far around it, as the file has it: <c>0.005</c>, <c>0.3 %</c>. Empty without <see cref="Near"/>.</summary>
    public string Within { get; init; } = "";
}
