using FanIn.Runtime.Definitions;
using FanIn.Runtime.Initialisation;

namespace FanIn.Runtime.Results;

/// <summary>Which initialiser a layer's weights had, and what came of it.</summary>
/// <param name="Name">Its name in the vocabulary: <c>he_normal</c>.</param>
/// <param name="Formula">With the layer's numbers in: <c>std = sqrt(2 / 100)</c>; empty where there is none.</param>
/// <param name="Value">What the formula gave; NaN where the user copied weights of their own.</param>
/// <param name="AskedStd">Standard deviation of the distribution; NaN where the data decides, or the user.</param>
/// <param name="AchievedStd">Population standard deviation of the weights as they were observed.</param>
public sealed record InitialiserReport(string Name, string Formula, double Value, double AskedStd, double AchievedStd)
{
    internal static InitialiserReport? Of(LayerDefinition layer, DrawnNumbers drawn, double achievedStd) =>
        layer.Initialiser.Length == 0 ? null : new(layer.Initialiser, layer.Formula, drawn.Value, drawn.AskedStd, achievedStd);
}
