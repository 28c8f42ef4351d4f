namespace FanIn.Dsl.Diagnostics;

/// <summary>One kind of thing that can be wrong with a file.</summary>
/// <param name="Id"><c>FAN0001</c> and on.</param>
/// <param name="Title">A few words.</param>
/// <param name="Explanation">One line: what the rule asks for.</param>
/// <param name="Severity">How grave it is.</param>
public sealed record DiagnosticRule(string Id, string Title, string Explanation, Severity Severity = Severity.Error)
{
    /// <summary>Whether it is about a sound file, and what theory expects of its networks.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>The compiler's category.</summary>
    public string Category => IsAdvice ? "FanIn.Advice" : "FanIn";

    /// <summary>The rule's page, from the repository's root.</summary>
    public string Page => $"docs/diagnostics/{Id}.md";
}
