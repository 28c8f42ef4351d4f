using FanIn.Dsl.Text;

namespace FanIn.Dsl.Model;

/// <summary>
/// The names that a file declares, as far as they could be read. From a broken file the emitter makes classes whose members throw,
/// so that one typo in YAML does not bury its author under errors in C#. Value-equal.
/// </summary>
/// <param name="Name">The experiment's name.</param>
/// <param name="ClassName">Its C# name.</param>
/// <param name="SourcePath">The file, relative to the project.</param>
/// <param name="HasMatrix">Whether the variants are nested classes.</param>
/// <param name="Variants">
/// The variants; one, of the experiment's own class name, where there is no matrix. Empty when the matrix could not be read.
/// </param>
/// <param name="NameRange">Where the name stands, for diagnostics about two files with one name. (0,0) when the name is the file's.</param>
public sealed record ExperimentOutline(
    string Name, string ClassName, string SourcePath, bool HasMatrix, EquatableArray<VariantOutline> Variants, TextRange NameRange);

/// <summary>The names of one variant.</summary>
/// <param name="ClassName">Its C# name.</param>
/// <param name="Dtype"><c>float64</c> or <c>float32</c>; <c>float64</c> when it could not be read.</param>
/// <param name="Layers">The layers, as far as they could be read.</param>
public sealed record VariantOutline(string ClassName, string Dtype, EquatableArray<LayerOutline> Layers)
{
    /// <summary>The C# names of the parameters, as far as they could be read.</summary>
    public EquatableArray<string> Parameters { get; init; } = EquatableArray<string>.Empty;

    /// <summary>
    /// The type of the training's optimizer in FanIn.Runtime.Training, <c>Sgd</c> when the training could not be read; null without one.
    /// </summary>
    public string? OptimizerType { get; init; }
}

/// <summary>The names of one layer.</summary>
/// <param name="PropertyName">Its C# name.</param>
/// <param name="LayerType">The runtime type of its kind: <c>DenseLayer</c>.</param>
/// <param name="ActivationType">
/// The runtime type of its activation, <c>Identity</c> when it could not be read, is a formula or the user's own; null for a kind that has
/// none.
/// </param>
public sealed record LayerOutline(string PropertyName, string LayerType, string? ActivationType);
