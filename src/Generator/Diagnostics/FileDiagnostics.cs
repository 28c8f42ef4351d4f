using FanIn.Dsl.Text;

namespace FanIn.Generator.Diagnostics;

/// <summary>Diagnostics of one file.</summary>
/// <param name="Path">The file as the compiler knows it.</param>
/// <param name="Diagnostics">What there is to report.</param>
internal sealed record FileDiagnostics(string Path, EquatableArray<Dsl.Diagnostics.Diagnostic> Diagnostics);
