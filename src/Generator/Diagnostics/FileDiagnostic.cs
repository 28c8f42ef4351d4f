using FanIn.Dsl.Diagnostics;

namespace FanIn.Generator.Diagnostics;

/// <summary>What the generator itself has to say of a file; everything else is the reader's.</summary>
internal static class FileDiagnostic
{
    /// <summary>The compiler could not give the file's text.</summary>
    public static Diagnostic Unreadable(string path) =>
        Create(DiagnosticCatalog.UnreadableFile, path, "The file can't be read: it may have been deleted, be locked, or not be text.");

    /// <summary>Something was thrown that should not have been.</summary>
    public static Diagnostic Internal(string path, Exception exception) =>
        Create(DiagnosticCatalog.InternalError, path, $"FanIn failed on this file: {exception.GetType().Name}: {exception.Message}");

    /// <summary>Two files whose generated code would have one name.</summary>
    public static Diagnostic Repeated(string path, string other) => Create(
        DiagnosticCatalog.DuplicateExperiment,
        path,
        path == other
            ? "The project lists this file twice. Remove one of its AdditionalFiles items, or set EnableDefaultFanInItems to false."
            : $"The path differs from that of {other} in nothing but the case of letters. Give one of the files another name.");

    private static Diagnostic Create(DiagnosticRule rule, string path, string message) =>
        new(rule.Id, rule.Severity, path, default, message);
}
