using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Model;

/// <summary>How a variant is trained. Value-equal.</summary>
/// <param name="Data">What is learned.</param>
/// <param name="HeldOut">The share of the samples that is held out.</param>
/// <param name="Steps">How many batches.</param>
/// <param name="Loss">Canonical name in the vocabulary: <c>softmax_cross_entropy</c>.</param>
/// <param name="Optimizer">How a step changes the weights.</param>
/// <param name="ObservedSteps">Numbers of steps after which all is observed, ascending, the last included.</param>
public sealed record Training(
    DataSet Data, BoundFormula HeldOut, int Steps, string Loss, Optimizer Optimizer, EquatableArray<int> ObservedSteps);

/// <summary>An optimizer with its numbers.</summary>
/// <param name="Name">Canonical name in the vocabulary: <c>adam</c>.</param>
/// <param name="RuntimeType">The type in FanIn.Runtime.Training: <c>Adam</c>.</param>
/// <param name="Written">What the file says, in one line.</param>
/// <param name="Arguments">The learning rate, then its own numbers in the vocabulary's order.</param>
/// <param name="Settings">The same, which can be set without a build.</param>
public sealed record Optimizer(
    string Name, string RuntimeType, string Written, EquatableArray<Argument> Arguments, EquatableArray<Settable> Settings);

/// <summary>What is learned.</summary>
/// <param name="Name">Canonical name in the vocabulary: <c>optical_digits</c>.</param>
/// <param name="Features">Numbers of a sample.</param>
/// <param name="Classes">Number of classes.</param>
public abstract record DataSet(string Name, int Features, int Classes);

/// <summary>The digits that are part of the runtime.</summary>
public sealed record OpticalDigitsData() : DataSet(Learning.OpticalDigits, Features: 64, Classes: 10)
{
    /// <summary>How many there are.</summary>
    public const int Samples = 1797;
}

/// <summary>Clouds that are drawn.</summary>
/// <param name="Features">Numbers of a sample.</param>
/// <param name="Classes">Number of clouds.</param>
/// <param name="Samples">Number of samples.</param>
/// <param name="Separation">Root mean square distance of two centres, in standard deviations of the noise.</param>
public sealed record GaussianMixtureData(int Features, int Classes, int Samples, BoundFormula Separation)
    : DataSet(Learning.GaussianMixture, Features, Classes);

/// <summary>Files that are read when the experiment is made, which must then be what the file says of them.</summary>
/// <param name="Images">Path of the samples, as the file writes it.</param>
/// <param name="Labels">Path of their classes, likewise.</param>
/// <param name="Features">Numbers of a sample.</param>
/// <param name="Classes">Number of classes.</param>
public sealed record IdxFilesData(string Images, string Labels, int Features, int Classes) : DataSet(Learning.Idx, Features, Classes);
