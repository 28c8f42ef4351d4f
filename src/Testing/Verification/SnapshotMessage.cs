using System.Text;
using FanIn.Testing.Comparison;
using FanIn.Testing.Dangling;
using FanIn.Testing.Files;

namespace FanIn.Testing.Verification;

/// <summary>Messages in the form of Verify, which its IDE plugins parse, with FanIn's hints after what they read.</summary>
internal static class SnapshotMessage
{
    private const string HowToAccept = "Accept it with the `approve` command, or by renaming the received file to the verified one.";
    private const string HowToAcceptBuild =
        "A build server approves nothing: run the test on your own machine, accept, and commit the verified file.";

    /// <summary>Nothing was approved yet.</summary>
    public static string New(SnapshotFiles files, string received, SnapshotSettings settings)
    {
        var message = Start(files, "New");
        Line(message, $"Received: {files.ReceivedName}");
        Line(message, received);
        return Finish(message, settings);
    }

    /// <summary>
    /// Something else was approved. Two FanIn snapshots are compared by layer and bin, as a comparer of Verify does;
    /// of other texts both are shown.
    /// </summary>
    public static string NotEqual(SnapshotFiles files, string received, string verified, SnapshotSettings settings)
    {
        var message = Start(files, "NotEqual");
        Line(message, $"Received: {files.ReceivedName}");
        if (TextDifference.ByPlace(verified, received) is { Length: > 0 } places)
        {
            Line(message, $"Verified: {files.VerifiedName}");
            Line(message, "Compare Result:");
            message.Append(places);
        }
        else
        {
            Line(message, received);
            Line(message);
            Line(message, $"Verified: {files.VerifiedName}");
            Line(message, verified);
            Line(message);
            message.Append(TextDifference.FirstLine(verified, received));
        }

        return Finish(message, settings);
    }

    /// <summary>Files that no test owns.</summary>
    /// <param name="directory">The folder below which they were found.</param>
    /// <param name="snapshots">The verified files.</param>
    public static string Delete(string directory, IReadOnlyList<DanglingSnapshot> snapshots)
    {
        var message = new StringBuilder();
        Line(message, $"Directory: {directory}");
        Line(message, "Delete:");
        foreach (var (path, _) in snapshots)
            Line(message, $"  - {Relative(directory, path)}");

        // What plugins read ends here; the reasons follow in the section that they skip.
        Line(message);
        Line(message, "FileContent:");
        Line(message);
        foreach (var (path, reason) in snapshots)
            Line(message, $"{Relative(directory, path)}: {reason}");
        return message.ToString();
    }

    private static string Relative(string directory, string path) => Path.GetRelativePath(directory, path).Replace('\\', '/');

    private static StringBuilder Start(SnapshotFiles files, string section)
    {
        var message = new StringBuilder();
        Line(message, $"Directory: {files.Directory}");
        Line(message, $"{section}:");
        Line(message, $"  - Received: {files.ReceivedName}");
        Line(message, $"    Verified: {files.VerifiedName}");
        Line(message);
        Line(message, "FileContent:");
        Line(message);
        Line(message, $"{section}:");
        Line(message);
        return message;
    }

    private static string Finish(StringBuilder message, SnapshotSettings settings)
    {
        Line(message);
        Line(message, settings.IsBuildServer ? HowToAcceptBuild : HowToAccept);
        return message.ToString();
    }

    private static void Line(StringBuilder message, string line = "") => message.Append(line).Append('\n');
}
