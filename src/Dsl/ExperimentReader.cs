using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl;

/// <summary>The text of one YAML file.</summary>
/// <param name="Path">How diagnostics name it: any text, usually a path relative to the project, with <c>/</c>.</param>
/// <param name="Text">The whole text, without a byte order mark.</param>
public sealed record ExperimentSource(string Path, string Text);

/// <summary>What a file says, and what is wrong with it.</summary>
/// <param name="Experiment">The experiment; null when any diagnostic is an error.</param>
/// <param name="Outline">The names that the file declares, as far as they could be read, also from a broken file; null when not even the experiment's name could.</param>
/// <param name="Diagnostics">Everything there is to say, in the order of the text.</param>
public sealed record ReadResult(Experiment? Experiment, ExperimentOutline? Outline, EquatableArray<Diagnostic> Diagnostics);

/// <summary>YAML text to <see cref="Model.Experiment"/>, or to diagnostics with positions.</summary>
public static class ExperimentReader
{
    /// <summary>Reads one file. Never throws for any text (cancellation aside) and takes linear time and memory.</summary>
    /// <param name="source">The file.</param>
    /// <param name="cancellation">Checked between the stages and within long loops.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ReadResult Read(ExperimentSource source, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
