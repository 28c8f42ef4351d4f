using FanIn.Dsl.Text;

namespace FanIn.Dsl.Diagnostics;

/// <summary>How grave a diagnostic is.</summary>
public enum Severity
{
    /// <summary>Advice; the experiment is used.</summary>
    Warning,

    /// <summary>The file's experiments can't be used.</summary>
    Error,
}

/// <summary>Something to say about a place in a YAML file. A value: equal when all parts are.</summary>
/// <param name="Id">The rule, <c>FAN0001</c> and on; each has a page under docs/diagnostics.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Path">The file, as it was given to the reader.</param>
/// <param name="Range">The value (not the line) that it is about.</param>
/// <param name="Message">What was found, what is allowed, and the nearest valid name.</param>
public sealed record Diagnostic(string Id, Severity Severity, string Path, TextRange Range, string Message)
{
    /// <summary><c>path(line,column): error FAN0001: message</c>, with line and column from 1, as compilers print it.</summary>
    public override string ToString() =>
        $"{Path}({Range.From.Line + 1},{Range.From.Column + 1}): {(Severity == Severity.Error ? "error" : "warning")} {Id}: {Message}";
}
