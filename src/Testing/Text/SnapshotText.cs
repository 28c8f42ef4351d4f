using System.Diagnostics.CodeAnalysis;
using FanIn.Runtime.Results;

namespace FanIn.Testing.Text;

/// <summary>
/// The canonical text of a result: a header, then per layer its statistics and one line per bin, so that a diff shows the change of shape.
/// Statistics have <see cref="SnapshotNumber.Digits"/> significant digits: the last bit's noise does not show, a real change does.
/// At most 80 columns, <c>\n</c> only, no newline at the end, the same on every machine and culture. docs/snapshots.md shows one.
/// </summary>
public static class SnapshotText
{
    /// <summary>The text of a result.</summary>
    public static string Write(ExperimentResult result) => Write(SnapshotDocumentBuilder.Build(result));

    /// <summary>The text of a document; <see cref="TryParse"/> reads it back.</summary>
    public static string Write(SnapshotDocument document) => new SnapshotTextWriter().Write(document);

    /// <summary>Reads what <see cref="Write(SnapshotDocument)"/> wrote; line ends may be CRLF.</summary>
    /// <returns>False when the text is not a FanIn snapshot, or one that was damaged.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out SnapshotDocument? document)
    {
        document = new SnapshotTextParser(text).Parse();
        return document is not null;
    }
}
