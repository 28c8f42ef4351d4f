using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Dsl;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;

namespace FanIn.Cli.Checking;

/// <summary>Reads files and prints what there is to say about each, then a summary.</summary>
internal sealed class CheckReport(StyledWriter report, StyledWriter narration)
{
    private readonly List<(ExperimentSource Source, ReadResult Result)> _read = [];
    private int _unreadable;

    /// <summary>Does it, and gives the exit code: 1 for errors, 2 when a file can't be read.</summary>
    public int Print(IReadOnlyList<CheckedFile> files, CancellationToken cancellation)
    {
        foreach (var file in files)
            Read(file, cancellation);

        var outlines = _read.Select(read => read.Result.Outline).OfType<ExperimentOutline>();
        var acrossFiles = DuplicateNames.Find(outlines).ToLookup(diagnostic => diagnostic.Path);
        int errors = 0, warnings = 0;
        foreach (var (source, result) in _read)
        {
            foreach (var diagnostic in result.Diagnostics.Concat(acrossFiles[source.Path]).OrderBy(d => d.Range.Start))
            {
                DiagnosticText.Print(report, diagnostic, source.Text);
                if (diagnostic.Severity == Severity.Error)
                    errors++;
                else
                    warnings++;
            }
        }

        PrintSummary(files.Count, errors, warnings);
        return _unreadable > 0 ? ExitCode.Usage : errors > 0 ? ExitCode.Failed : ExitCode.Fine;
    }

    private void Read(CheckedFile file, CancellationToken cancellation)
    {
        if (file.Read(out string why) is { } source)
        {
            _read.Add((source, ExperimentReader.Read(source, cancellation)));
        }
        else
        {
            _unreadable++;
            narration.WriteLine($"{file.Shown}: error {DiagnosticCatalog.UnreadableFile.Id}: The file can't be read. {why}", Look.Bad);
        }
    }

    private void PrintSummary(int files, int errors, int warnings)
    {
        List<string> parts = [Phrases.Count(files, "file")];
        if (errors > 0 || _unreadable < files)
            parts.Add(errors == 0 ? "no errors" : Phrases.Count(errors, "error"));
        if (warnings > 0)
            parts.Add(Phrases.Count(warnings, "warning"));
        if (_unreadable > 0)
            parts.Add(files == 1 ? "which can't be read" : $"{Phrases.Count(_unreadable, "file")} not read");
        report.WriteLine(string.Join(", ", parts) + ".", errors + _unreadable == 0 ? Look.Good : Look.Bad);
    }
}
