using FanIn.Testing.Files;

namespace FanIn.Testing.Pending;

/// <summary>Finds the snapshots that wait for a decision.</summary>
public static class PendingSnapshots
{
    /// <summary>
    /// The received files below a folder, in the order of their paths.
    /// Folders <c>bin</c>, <c>obj</c> and those with a leading dot are not entered, and links are not followed.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<PendingSnapshot> Find(string directory) =>
    [
        .. SnapshotFolder.Find(directory, name => SnapshotFiles.FromReceived(name) is not null)
            .Select(path => new PendingSnapshot(SnapshotFiles.FromReceived(path)!)),
    ];
}
