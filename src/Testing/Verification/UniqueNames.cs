using System.Collections.Concurrent;
using FanIn.Testing.Files;

namespace FanIn.Testing.Verification;

/// <summary>The snapshots of this test run. Two under one name would approve each other's files.</summary>
internal sealed class UniqueNames
{
    // Without regard to case: some file systems have none.
    private readonly ConcurrentDictionary<string, bool> names = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidOperationException">The name was claimed before.</exception>
    public void Claim(SnapshotFiles files)
    {
        if (names.TryAdd(files.VerifiedPath, true))
            return;

        throw new InvalidOperationException(
            $"This test run has verified '{files.VerifiedName}' before. Tell the snapshots of a method apart by an id: "
            + "Snapshot.Verify(result, id: result.Definition.Id), and in a theory by one that is different for each row.");
    }
}
