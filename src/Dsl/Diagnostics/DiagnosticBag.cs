using FanIn.Dsl.Text;

namespace FanIn.Dsl.Diagnostics;

/// <summary>Collects a file's diagnostics: one for each rule and place, however many variants meet it there.</summary>
internal sealed class DiagnosticBag(string path)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<(string Id, int Start, int Length)> _seen = [];

    public bool HasErrors => ErrorsMet > 0;

    /// <summary>Number of errors so far, each as often as a variant met it.</summary>
    public int ErrorsMet { get; private set; }

    public void Add(DiagnosticRule rule, TextRange range, string message)
    {
        if (rule.Severity == Severity.Error)
            ErrorsMet++;
        if (_seen.Add((rule.Id, range.Start, range.Length)))
            _diagnostics.Add(new Diagnostic(rule.Id, rule.Severity, path, range, message));
    }

    public EquatableArray<Diagnostic> InOrder() => _diagnostics.OrderBy(diagnostic => diagnostic.Range.Start).ToEquatableArray();
}
