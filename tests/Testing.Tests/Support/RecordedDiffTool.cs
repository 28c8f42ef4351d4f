using FanIn.Testing.Files;
using FanIn.Testing.Verification;

namespace FanIn.Testing.Tests.Support;

/// <summary>A diff tool without a window.</summary>
internal sealed class RecordedDiffTool : IDiffTool
{
    public List<string> Events { get; } = [];

    public string? Failure { get; init; }

    public void Open(SnapshotFiles files)
    {
        if (Failure is not null)
            throw new InvalidOperationException(Failure);
        Events.Add($"open {files.ReceivedName}");
    }

    public void Close(SnapshotFiles files) => Events.Add($"close {files.ReceivedName}");
}
