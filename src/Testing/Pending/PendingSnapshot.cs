using System.Collections.Immutable;
using FanIn.Testing.Comparison;
using FanIn.Testing.Files;
using FanIn.Testing.Text;

namespace FanIn.Testing.Pending;

/// <summary>A received file that waits for a decision.</summary>
public sealed class PendingSnapshot
{
    private readonly Lazy<string> received;
    private readonly Lazy<string?> verified;
    private readonly Lazy<ImmutableArray<SnapshotDifference>> differences;

    internal PendingSnapshot(SnapshotFiles files)
    {
        Files = files;
        received = new Lazy<string>(() => SnapshotEncoding.Read(files.ReceivedPath) ?? "");
        verified = new Lazy<string?>(() => SnapshotEncoding.Read(files.VerifiedPath));
        differences = new Lazy<ImmutableArray<SnapshotDifference>>(Compare);
    }

    /// <summary>Its two files.</summary>
    public SnapshotFiles Files { get; }

    /// <summary>What their names share: <c>HistogramTests.Chapter_tanh-xavier</c>.</summary>
    public string Name => Files.Name;

    /// <summary>Whether nothing was approved yet. Files are read when first asked about.</summary>
    public bool IsNew => verified.Value is null;

    /// <summary>The received text, without byte order mark and with LF line ends.</summary>
    public string Received => received.Value;

    /// <summary>The verified text likewise; null when nothing was approved yet.</summary>
    public string? Verified => verified.Value;

    /// <summary>What differs by layer and tensor; empty for a new snapshot, for equal ones and for texts that are not FanIn's.</summary>
    public ImmutableArray<SnapshotDifference> Differences => differences.Value;

    /// <summary>
    /// What a reviewer wants to see in a few lines that end with <c>\n</c>: the layers and bins that differ, or the first line that does;
    /// empty for a new snapshot and for equal ones.
    /// </summary>
    public string Describe() => Verified is null ? "" : TextDifference.Describe(Verified, Received);

    /// <summary>Approves: the received file becomes the verified one, in one step of the file system.</summary>
    /// <exception cref="FileNotFoundException">The received file is gone: decided upon elsewhere, or the test passed meanwhile.</exception>
    public void Accept() => Files.Accept();

    /// <summary>Refuses: deletes the received file; the verified one stays as it is.</summary>
    public void Reject() => Files.Reject();

    private ImmutableArray<SnapshotDifference> Compare() =>
        Verified is not null && SnapshotText.TryParse(Verified, out var old) && SnapshotText.TryParse(Received, out var now)
            ? SnapshotComparer.Compare(old, now)
            : [];
}
