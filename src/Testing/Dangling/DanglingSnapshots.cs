using FanIn.Testing.Files;
using FanIn.Testing.Text;

namespace FanIn.Testing.Dangling;

/// <summary>A verified file that no test owns.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Reason">Why: half a sentence.</param>
public readonly record struct DanglingSnapshot(string Path, string Reason);

/// <summary>
/// Finds verified files that no test owns any more. It decides from the C# sources and not from what ran.
/// A file <c>X.M_id.verified.txt</c> is owned when <c>X.cs</c> stands beside it and has a method <c>M</c> that calls <c>Snapshot.Verify</c>
/// (or a method with <c>[CallerMemberName]</c> that does), and one of these calls can give the id: one that is written as text must be it,
/// a computed one may be, and a call without one gives none, or that of a matrix's variant.
/// </summary>
public static class DanglingSnapshots
{
    /// <summary>The dangling files below a folder, in the order of their paths.</summary>
    /// <param name="projectDirectory">Folder of the test project; bin, obj and folders with a leading dot are not entered.</param>
    /// <param name="experiments">Ids of the experiments that exist; when given, snapshots of other experiments dangle.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<DanglingSnapshot> Find(string projectDirectory, IEnumerable<string>? experiments = null)
    {
        var owners = new SnapshotOwners(projectDirectory);
        var known = experiments?.ToHashSet(StringComparer.Ordinal);
        var dangling = new List<DanglingSnapshot>();
        foreach (var path in SnapshotFolder.Find(projectDirectory, name => SnapshotFiles.FromVerified(name) is not null))
        {
            if (Reason(owners, known, SnapshotFiles.FromVerified(path)!) is { } reason)
                dangling.Add(new DanglingSnapshot(path, reason));
        }

        return dangling;
    }

    private static string? Reason(SnapshotOwners owners, HashSet<string>? known, SnapshotFiles files)
    {
        var experiment = Experiment(files);
        return experiment is not null && known is not null && !known.Contains(experiment)
            ? $"there is no experiment '{experiment}'"
            : owners.WhyDangling(files, variant: experiment?.Contains('/') == true ? experiment : null);
    }

    private static string? Experiment(SnapshotFiles files) =>
        SnapshotText.TryParse(SnapshotEncoding.Read(files.VerifiedPath) ?? "", out var document) ? document.Experiment : null;
}
