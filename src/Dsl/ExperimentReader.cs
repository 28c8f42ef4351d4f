using System.Text;
using FanIn.Dsl.Binding;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl;

/// <summary>The text of one YAML file.</summary>
/// <param name="Path">How diagnostics name it: any text, usually a path relative to the project, with <c>/</c>.</param>
/// <param name="Text">The whole text. A byte order mark at its start is left out and not counted in positions.</param>
public sealed record ExperimentSource(string Path, string Text);

/// <summary>What a file says, and what is wrong with it.</summary>
/// <param name="Experiment">The experiment; null when any diagnostic is an error.</param>
/// <param name="Outline">
/// The names that the file declares, as far as they could be read, also from a broken file; null when not even the experiment's name could.
/// </param>
/// <param name="Diagnostics">Everything there is to say, in the order of the text.</param>
public sealed record ReadResult(Experiment? Experiment, ExperimentOutline? Outline, EquatableArray<Diagnostic> Diagnostics)
{
    /// <summary>The C# types of the user's project that the file names, each place once.</summary>
    public EquatableArray<OwnTypeUse> OwnTypes { get; init; } = EquatableArray<OwnTypeUse>.Empty;
}

/// <summary>YAML text to <see cref="Model.Experiment"/>, or to diagnostics with positions.</summary>
public static class ExperimentReader
{
    /// <summary>Reads one file. Never throws for any text (cancellation aside) and takes linear time and memory.</summary>
    /// <param name="source">The file.</param>
    /// <param name="cancellation">Checked between the stages and within long loops.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ReadResult Read(ExperimentSource source, CancellationToken cancellation = default)
    {
        var bag = new DiagnosticBag(source.Path);
        var (experiment, outline, types) = Read(source with { Text = source.Text.TrimStart('\uFEFF') }, bag, cancellation);
        return new ReadResult(bag.HasErrors ? null : experiment, outline, bag.InOrder()) { OwnTypes = types.ToEquatableArray() };
    }

    private static (Experiment? Experiment, ExperimentOutline? Outline, IReadOnlyList<OwnTypeUse> OwnTypes) Read(
        ExperimentSource source, DiagnosticBag bag, CancellationToken cancellation)
    {
        int bytes = Encoding.UTF8.GetByteCount(source.Text);
        if (bytes > Limits.FileBytes)
        {
            bag.Add(
                DiagnosticCatalog.TextLimit, default,
                $"The file has {bytes} bytes; at most {Limits.FileBytes} ({Limits.FileBytes / 1024} KiB) are allowed.");
            return (null, null, []);
        }

        var text = CharacterScan.Clean(new SourceText(source.Text), bag);
        cancellation.ThrowIfCancellationRequested();

        // What the first look found would only be found again, less clearly. The same holds for what follows a break in the YAML:
        // then the tree serves for its names alone.
        var unheard = new DiagnosticBag(source.Path);
        bool isClean = !bag.HasErrors;
        var (root, isWhole) = YamlReader.Read(text, isClean ? bag : unheard, cancellation);
        if (root is not null)
        {
            var binder = new ExperimentBinder(source, isClean && isWhole ? bag : unheard, cancellation);
            var (experiment, outline) = binder.Bind(root);
            return (experiment, outline, binder.OwnTypes);
        }

        if (!bag.HasErrors)
            bag.Add(DiagnosticCatalog.Empty, default, "The file is empty: an experiment needs at least input and layers.");
        return (null, null, []);
    }
}
